(() => {
  const { nonce } = document.currentScript;
  const card = () => document.querySelector(".react-joyride__tooltip");
  const { createElement, createRoot, Joyride } = lib;
  const place = document.createElement("div");
  document.body.append(place);
  const root = createRoot(place);
  let tours = 0;
  const draw = (more) =>
    root.render(
      createElement(Joyride, {
        // A tour that was stopped does not run again in the same component.
        key: tours,
        continuous: true,
        nonce: nonce || undefined,
        options: { skipBeacon: true, targetWaitTimeout: 6000 },
        ...more,
      }),
    );
  draw({ steps: [], run: false });
  window.bench = {
    start(steps) {
      tours += 1;
      draw({
        steps: steps.map(({ selector, text }) => ({ target: selector, title: "Step", content: text })),
        run: true,
      });
    },
    next: () => window.bench.button().click(),
    stop() {
      tours += 1;
      draw({ steps: [], run: false });
    },
    card,
    button: () => card().querySelector("[data-action=primary]"),
    ring: () => window.probe.holeOf(document.querySelector(".react-joyride__spotlight path")),
  };
})();
