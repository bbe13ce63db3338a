(() => {
  const card = () => document.querySelector(".shepherd-element[data-shepherd-step-id]");
  let tour = null;
  window.bench = {
    start(steps) {
      tour = new lib.Shepherd.Tour({
        useModalOverlay: true,
        defaultStepOptions: { scrollTo: true, waitForElement: 6000, cancelIcon: { enabled: true } },
      });
      for (const { selector, text } of steps) {
        tour.addStep({
          title: "Step",
          text,
          attachTo: { element: selector, on: "bottom" },
          buttons: [{ text: "Next", action: () => tour.next() }],
        });
      }
      tour.start();
    },
    next: () => tour.next(),
    stop: () => tour.cancel(),
    card: () => [...document.querySelectorAll(".shepherd-element")].find(window.probe.isSeen) ?? card(),
    button: () => window.bench.card().querySelector(".shepherd-button"),
    ring: () => window.probe.holeOf(document.querySelector(".shepherd-modal-overlay-container path")),
  };
})();
