// A small host of its own: quotes under hash routes, each with a form. Two steps a quote; the first is measured against the
// person's own first five runs, the second against what its author states.
(() => {
  const journey = {
    format: "waymark.journey/1",
    id: "quotes",
    title: "Send a quote",
    per: { subject: "quote", page: "/quotes/:id" },
    steps: [
      {
        id: "send",
        title: "Send the quote",
        minutes: 10,
        why: "The customer signs at once.",
        do: { target: { testId: "send" }, say: "Put the sum in, then press **Send**.", focus: [{ testId: "sum" }] },
        guide: {
          full: {
            tour: [
              { target: { testId: "sum" }, say: "The sum goes in here." },
              { target: { testId: "send" }, say: "This sends it to the customer." },
            ],
          },
          light: { say: "Send it." },
        },
        done: { event: "quote.sent" },
      },
      {
        id: "note",
        title: "Note the answer",
        minutes: 2,
        saves: { minutes: 3, instead: "a mail to the office" },
        do: { target: { testId: "note" }, say: "One line is enough." },
        done: { event: "quote.noted" },
      },
    ],
  };
  const asked = new URLSearchParams(location.search);
  const options = { journeys: [journey], user: { id: "u-1" }, locale: asked.get("locale") ?? "en" };
  if (asked.has("collector")) Object.assign(options, { collector: asked.get("collector"), key: asked.get("key") });
  if (asked.has("token")) options.user.token = asked.get("token");
  if (asked.has("mode")) options.theme = { mode: asked.get("mode") };
  window.waymark = window.waymark || [];
  window.waymark.push(["configure", options]);
  const draw = () => {
    const id = /^#\/quotes\/(\d+)$/.exec(location.hash)?.[1];
    document.querySelector("form").hidden = id === undefined;
    document.querySelector("h1").textContent = id === undefined ? "Quotes" : `Quote ${id}`;
  };
  addEventListener("hashchange", draw);
  addEventListener("DOMContentLoaded", () => {
    draw();
    const list = document.querySelector("ul");
    for (let id = 1; id <= 12; id++) {
      const link = Object.assign(document.createElement("a"), { href: `#/quotes/${id}`, textContent: `Quote ${id}` });
      list.append(Object.assign(document.createElement("li"), {}));
      list.lastChild.append(link);
    }
    const told = document.querySelector("output");
    document.querySelector("[data-testid=send]").onclick = () => {
      told.textContent = "Sent.";
      window.waymark.push(["track", "quote.sent"]);
    };
    document.querySelector("[data-testid=note]").onclick = () => {
      told.textContent = "Noted.";
      window.waymark.push(["track", "quote.noted"]);
    };
  });
})();
