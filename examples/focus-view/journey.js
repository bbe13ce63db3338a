// A journey whose step needs three of the form's fields. What a page wants otherwise stands in its address:
// ?start=1 begins folded, ?key=F8 another key, ?lang=de another language, ?late=800 the form comes later.
(() => {
  const query = new URLSearchParams(location.search);
  const journey = {
    format: "waymark.journey/1",
    id: "plan-deal",
    title: "Plan a deal",
    steps: [
      {
        id: "next",
        title: "Agree the next date",
        do: {
          target: { label: "Date" },
          say: "Put the agreed day here.",
          focus: [{ label: "Next step" }, { label: "Date" }, { label: "Who decides" }],
        },
        done: { event: "planned" },
      },
      { id: "quote", title: "Send the quote", done: { event: "quoted" } },
    ],
  };
  const lang = query.get("lang");
  if (lang) Object.assign(document.documentElement, { lang, dir: /^(ar|he)/.test(lang) ? "rtl" : "ltr" });
  const focus = { start: query.has("start") };
  if (query.has("key")) focus.key = query.get("key");
  window.waymark = window.waymark || [];
  window.waymark.push([
    "configure",
    { journeys: [journey], user: { id: query.get("user") || "u-1" }, focus, ...window.more },
  ]);
})();
