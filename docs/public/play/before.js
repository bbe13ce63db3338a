// What the page beside this frame has for us: journeys, and whether it is dark. Calls may come before the script.
const journeys = JSON.parse(sessionStorage.getItem("waymark-playground") ?? "[]");
document.documentElement.style.colorScheme = sessionStorage.getItem("waymark-playground-look") ?? "light dark";

window.waymark = window.waymark || [];
window.waymark.push([
  "configure",
  {
    journeys,
    consent: "granted",
    subjects: {
      deal: [
        { id: "17", label: "Nordwind Logistics", data: { stage: "new" } },
        { id: "18", label: "Alder Schools", data: { stage: "new" } },
      ],
    },
  },
]);
window.waymark.push([
  "on",
  "*",
  ({ type, journey, step }) => parent.postMessage({ type, journey, step }, location.origin),
]);
