(() => {
  const card = () => document.querySelector(".introjs-tooltip");
  let tour = null;
  window.bench = {
    start(steps) {
      tour = lib.introJs.tour();
      tour.setOptions({
        steps: steps.map(({ selector, text }) => ({ element: selector, title: "Step", intro: text })),
      });
      return tour.start();
    },
    next: () => tour.nextStep(),
    stop: () => tour.exit(true),
    card,
    button: () => card().querySelector(".introjs-nextbutton"),
    ring: () => window.probe.ringOf(document.querySelector(".introjs-helperLayer")),
  };
})();
