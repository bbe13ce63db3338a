// An app that brings the guest in its bundle; the test builds it.
import { createWaymark } from "../../packages/sdk/dist/index.js";

const step = { id: "save", title: "Save it from the app", done: { event: "save" } };
const journey = { format: "waymark.journey/1", id: "from-app", title: "From the app", steps: [step] };
const guest = createWaymark({ journeys: [journey], user: { id: "u-1" } });
window.appGuest = guest;
window.stopApp = guest.start();
