// A CRM in eighty lines: two deals, each can have a call, a next date and a quote. It tells Waymark what was saved.
const deals = { 17: { name: "Nordwind Logistics", notes: [] }, 18: { name: "Alder Schools", notes: [] } };
const app = document.getElementById("app");

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** Saved first, told afterwards. */
function saved(id, note, event, props = {}) {
  deals[id].notes.push(note);
  window.waymark.push(["track", event, { dealId: id, ...props }]);
  draw();
}

function list() {
  const rows = Object.entries(deals).map(([id, { name, notes }]) =>
    element(
      "li",
      {},
      element("a", { href: `#/deals/${id}` }, name),
      element("span", {}, notes.at(-1) ?? "nothing yet"),
    ),
  );
  return [element("h1", {}, "Deals"), element("ul", {}, ...rows)];
}

function page(id) {
  const { name, notes } = deals[id];
  const date = element("input", { type: "date", id: "next-date" });
  const keepDate = () => date.value && saved(id, `Next: ${date.value}`, "date.set", { date: date.value });
  return [
    element("a", { href: "#/" }, "All deals"),
    element("h1", { "data-deal": id }, name),
    element("p", {}, element("button", { onclick: () => saved(id, "Called", "call.logged") }, "Log call")),
    element(
      "p",
      {},
      element("label", { for: "next-date" }, "Next date"),
      date,
      element("button", { onclick: keepDate }, "Save date"),
    ),
    element("p", {}, element("button", { onclick: () => saved(id, "Quote sent", "quote.sent") }, "Send quote")),
    element("ul", {}, ...notes.map((note) => element("li", {}, note))),
  ];
}

function draw() {
  const [, id] = /^#\/deals\/(\d+)/.exec(location.hash) ?? [];
  app.replaceChildren(...(id in deals ? page(id) : list()));
}

addEventListener("hashchange", draw);
draw();
