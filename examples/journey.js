// The journey that the situations share: three steps on an order. The step "save" points at the page's target, which a
// page may name otherwise: <script src="/journey.js" data-target='{"role":"button","name":"Save"}'></script>
(() => {
  const { target, options } = document.currentScript.dataset;
  const step = (id, title, more) => ({ id, title, done: { event: id }, ...more });
  const journey = {
    format: "waymark.journey/1",
    id: "save-order",
    title: "Save an order",
    brief: {
      purpose: "Every order in one place.",
      benefit: "You type nothing twice.",
      expectation: "Two minutes, when an order comes.",
    },
    steps: [
      step("add", "Add an item", { do: { target: { testId: "add" }, say: "Press here." } }),
      step("save", "Save the order", {
        why: "The invoice writes itself.",
        minutes: 2,
        do: { target: target ? JSON.parse(target) : { testId: "target" }, say: "Press **Save** when all is in." },
      }),
      step("send", "Send it", { do: { target: { testId: "send" }, say: "Press Send." } }),
    ],
  };
  window.waymark = window.waymark || [];
  window.waymark.push(["configure", { journeys: [journey], user: { id: "u-1" }, ...JSON.parse(options || "{}") }]);
})();
