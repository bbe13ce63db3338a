// One desk of two. Open it as ?as=mara or ?as=jonas; with &collector=http://127.0.0.1:4180&key=pk_...&token=... what Mara
// finishes goes to Jonas. Without a token nothing leaves: the step is simply done.
(() => {
  const query = new URLSearchParams(location.search);
  const people = {
    mara: { id: "u-mara", name: "Mara Lind", roles: ["sales-rep"] },
    jonas: { id: "u-jonas", name: "Jonas Weber", roles: ["support-agent"] },
    ines: { id: "u-ines", name: "Ines Roth", roles: ["support-agent"] },
  };
  const who = people[query.get("as")] || people.mara;
  const given = (name) => query.get(name) || undefined;
  document.documentElement.dir = given("dir") || "ltr";
  document.documentElement.lang = given("locale") || "en";
  if (!location.hash) history.replaceState(null, "", `${location.pathname}${location.search}#/deals/17`);

  const done = (event) => ({ event, where: { dealId: "{deal.id}" } });
  const per = { subject: "deal", page: "/deals/:id", label: { css: "[data-deal-title]" } };
  const press = (name) => ({ target: { role: "button", name }, say: `Press **${name}**.`, label: name });
  const journeys = [
    {
      format: "waymark.journey/1",
      id: "win-a-deal",
      title: "Win your first deal",
      destination: "40 min a week",
      roles: ["sales-rep"],
      per,
      steps: [
        { id: "note", title: "Note the call", minutes: 2, do: press("Note the call"), done: done("call.noted") },
        { id: "quote", title: "Send the quote", minutes: 3, do: press("Send the quote"), done: done("quote.sent") },
        {
          id: "hand-over",
          title: "Hand over to Service",
          why: "The customer is called, and you need not remember it.",
          minutes: 1,
          do: press("Hand over"),
          done: done("deal.handed"),
          handoff: { role: "support-agent", journey: "welcome-customer", step: "call" },
        },
      ],
    },
    {
      format: "waymark.journey/1",
      id: "welcome-customer",
      title: "Welcome a customer",
      destination: "Fewer questions",
      roles: ["support-agent"],
      per,
      takesOver: true,
      steps: [
        { id: "read", title: "Read the file", minutes: 2 },
        { id: "call", title: "Call them", minutes: 10, do: press("Call the customer"), done: done("customer.called") },
        { id: "set-up", title: "Set up the account", minutes: 5 },
      ],
    },
  ];
  const user = { ...who, id: given("id") || who.id, token: given("token") };
  const collector = { key: given("key"), collector: given("collector"), locale: given("locale") };
  window.waymark = window.waymark || [];
  window.waymark.push([
    "configure",
    {
      journeys,
      user,
      ...collector,
      theme: { mode: given("theme") || "light" },
      subjects: { deal: [{ id: "17", label: "Nordwind" }] },
    },
  ]);

  addEventListener("DOMContentLoaded", () => {
    const show = (id, text) => {
      document.getElementById(id).textContent = text;
    };
    show("person", `${who.name}, ${who.roles[0] === "sales-rep" ? "Sales" : "Service"}`);
    show("about", "48,000 €, proposal");
    for (const button of document.querySelectorAll("[data-event]")) {
      button.addEventListener("click", () => {
        const { event } = button.dataset;
        window.waymark.push(["track", event, { dealId: "17" }]);
        show("told", `${button.textContent}: done`);
      });
    }
  });
})();
