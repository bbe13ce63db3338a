import { createWaymark, type Journey, type JourneyView } from "@waymark/sdk";

// An app that embeds the package and draws its own list from the stores: one line per journey.
const journey: Journey = {
  format: "waymark.journey/1",
  id: "place-order",
  title: "Place an order",
  steps: [
    { id: "add", title: "Add an item", done: { event: "item.added" } },
    { id: "pay", title: "Pay", done: { event: "paid" } },
  ],
};

const waymark = createWaymark({ journeys: [journey], user: { id: "u-1" } });
const list = document.createElement("ol");
list.id = "own-list";
document.querySelector("main")?.prepend(list);
const line = ({ title, done, total }: JourneyView): HTMLLIElement =>
  Object.assign(document.createElement("li"), { textContent: `${title}: ${done} of ${total}` });
waymark.$journeys.subscribe((journeys) => list.replaceChildren(...journeys.map(line)));
window.stopGuest = waymark.start();
document.querySelector("[data-testid=add]")?.addEventListener("click", () => waymark.track("item.added"));
