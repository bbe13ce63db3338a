let tour = null;
function Hold() {
  tour = lib.useTour();
  return null;
}
(() => {
  const { createElement, createRoot, TourProvider } = lib;
  const card = () => document.querySelector(".reactour__popover");
  const place = document.createElement("div");
  document.body.append(place);
  createRoot(place).render(createElement(TourProvider, { steps: [], scrollSmooth: false }, createElement(Hold)));
  window.bench = {
    start(steps) {
      tour.setSteps(steps.map(({ selector, text }) => ({ selector, content: text })));
      tour.setCurrentStep(0);
      tour.setIsOpen(true);
    },
    next: () => tour.setCurrentStep((at) => at + 1),
    stop: () => tour.setIsOpen(false),
    card,
    // With one step both arrows are inert; what a person presses then is the cross.
    button: () =>
      card().querySelector("button[aria-label='Go to next step']:not(:disabled)") ??
      card().querySelector(".reactour__close-button"),
    ring() {
      const hole = document.querySelector(".reactour__mask mask rect[fill=black], .reactour__mask mask rect + rect");
      if (!hole) return null;
      const { x, y } = hole.closest("svg").getBoundingClientRect();
      const of = (name) => Number.parseFloat(hole.style[name] || getComputedStyle(hole)[name]);
      return { x: x + of("x"), y: y + of("y"), width: of("width"), height: of("height") };
    },
  };
})();
