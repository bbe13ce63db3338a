import type { Words } from "../../say.ts";

/** English: the menu, and the list of records in the panel. */
export const lists: Words = {
  "menu.title": "Your journeys",
  "menu.empty": "Nothing to do on this page.",
  "menu.settled": "All done",
  "menu.records": "Records",
  "menu.hidden": "Hidden",
  "menu.settings": "Settings",
  "records.none": "No record is on its way yet. Open one, and its way shows here.",
  "records.open": "Open the list",
  "records.settled": "All done",
};
