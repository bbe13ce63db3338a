(() => {
  const card = () => document.querySelector(".tg-dialog");
  let tour = null;
  window.bench = {
    start(steps) {
      tour ??= new lib.TourGuideClient({ completeOnFinish: false });
      tour.setOptions({
        steps: steps.map(({ selector, text }) => ({ target: selector, title: "Step", content: text })),
      });
      return tour.start();
    },
    next: () => tour.nextStep(),
    stop: () => tour.exit(),
    card,
    button: () => card().querySelector(".tg-dialog-next-btn, #tg-dialog-next-btn"),
    ring: () => window.probe.ringOf(document.querySelector(".tg-backdrop")),
  };
})();
