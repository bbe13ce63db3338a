// A form that can refuse, a button that does nothing, and two pages to go back and forth between.
(() => {
  const asked = new URLSearchParams(location.search);
  const step = (id, title, more) => ({ id, title, done: { event: id }, ...more });
  const journey = {
    format: "waymark.journey/1",
    id: "orders",
    title: "Take an order",
    repeat: true,
    steps: [
      step("save", "Save the order", {
        minutes: 2,
        why: "The invoice writes itself.",
        do: { open: "/orders", target: { testId: "save" }, say: "Fill in the article, then press **Save**." },
        guide: {
          light: { say: "Save." },
          full: {
            tour: [
              { target: { css: "#article" }, say: "The article goes in here." },
              { target: { testId: "save" }, say: "Then this." },
            ],
          },
        },
      }),
    ],
  };
  // ?untimed=1: nobody has said how long it takes.
  if (asked.has("untimed")) delete journey.steps[0].minutes;
  const options = { journeys: [journey], user: { id: "u-1", token: asked.get("token") }, locale: "en" };
  if (asked.has("collector")) Object.assign(options, { collector: asked.get("collector"), key: asked.get("key") });
  if (asked.has("mode")) options.theme = { mode: asked.get("mode") };
  if (asked.has("locale")) options.locale = asked.get("locale");
  window.waymark = window.waymark || [];
  window.waymark.push(["configure", options]);
  window.reports = [];
  window.waymark.push(["on", "*", ({ type, props }) => window.reports.push([type, { ...props }])]);
  addEventListener("DOMContentLoaded", () => {
    document.querySelector("form").onsubmit = (event) => {
      event.preventDefault();
      document.querySelector("output").textContent = "Saved.";
      window.waymark.push(["track", "save"]);
    };
  });
})();
