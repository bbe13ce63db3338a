// Waymark as a host brings it: journeys are handed over before the script arrives. `?journeys=1000` hands over that many,
// `?role=other` makes them somebody else's. A page that configures Waymark itself keeps its own journey.
(() => {
  const asked = new URLSearchParams(location.search);
  const own = document.querySelector('script[src*="/journey.js"]') !== null;
  const frame = {
    format: "waymark.journey/1",
    title: "An order",
    brief: { purpose: "Orders in one place.", benefit: "You type nothing twice.", expectation: "Two minutes." },
  };
  const filler = (_, index) => ({
    ...frame,
    id: `order-${index}`,
    ...(asked.get("role") ? { roles: [asked.get("role")] } : {}),
    steps: ["add", "save", "send"].map((id) => ({ id, title: `Do ${id}`, done: { event: `${id}.${index}` } })),
  });
  const tourOf = (steps) => ({
    ...frame,
    id: "tour",
    steps: [
      {
        id: "look",
        title: "Step",
        done: { event: "never" },
        guide: {
          full: {
            tour: steps.map(({ selector, target, text }) => ({ target: target ?? { css: selector }, say: text })),
          },
        },
      },
      { id: "second", title: "Second", done: { event: "never" } },
      { id: "third", title: "Third", done: { event: "never" } },
    ],
  });
  const card = () => document.querySelector("waymark-coach");
  const part = (name) => card()?.shadowRoot.querySelector(`[part~=${name}]`) ?? null;
  if (!own) {
    const journeys = Array.from({ length: Number(asked.get("journeys") ?? 5) }, filler);
    window.waymark = window.waymark ?? [];
    window.waymark.push(["configure", { journeys, user: { id: "u-1", roles: ["clerk"] } }]);
  }
  let last = "";
  window.bench = {
    start(steps) {
      const text = JSON.stringify(steps);
      if (!own && text !== last) window.waymark.push(["use", [tourOf(steps)]]);
      last = text;
      window.waymark.push(own ? ["show", "save-order", "save"] : ["show", "tour", "look"]);
    },
    next: () => window.waymark.push(["next"]),
    stop: () => part("close").click(),
    card: () => part("coach"),
    button: () => part("next") ?? part("close"),
    ring: () => window.probe.ringOf(document.querySelector("waymark-spotlight")),
  };
})();
