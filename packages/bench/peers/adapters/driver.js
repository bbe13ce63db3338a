(() => {
  const card = () => document.querySelector(".driver-popover");
  let tour = null;
  window.bench = {
    start(steps) {
      tour = lib.driver({
        waitForElement: 6000,
        steps: steps.map(({ selector, text }) => ({
          element: selector,
          popover: { title: "Step", description: text },
        })),
      });
      tour.drive();
    },
    next: () => tour.moveNext(),
    stop: () => tour.destroy(),
    card,
    button: () => card().querySelector(".driver-popover-next-btn"),
    // The page is dimmed by a path with a hole in it.
    ring: () => window.probe.holeOf(document.querySelector(".driver-overlay path")),
  };
})();
