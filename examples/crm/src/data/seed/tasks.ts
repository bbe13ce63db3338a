import { dayFromNow } from "../day.ts";
import type { Task } from "../records.ts";

type Row = [title: string, kind: Task["kind"], due: number, ownerId: string, dealId?: number, done?: number];

const rows: Row[] = [
  ["Call Henrike about the hub 3 floor plan", "call", 0, "u-mara", 1],
  ["Send Astrid the two reference contacts", "email", 0, "u-mara", 5],
  ["Ask Femke who signs the order", "call", -2, "u-mara", 2],
  ["Book the demo room in Milan", "todo", 2, "u-mara", 17],
  ["Prepare the label samples", "todo", 5, "u-mara", 12],
  ["Read the tender documents", "todo", -1, "u-mara", 8],
  ["Contract review with Silke", "meeting", 1, "u-tomas", 3],
  ["Renewal offer to Robert", "email", 0, "u-tomas", 7],
  ["Visit the Bristol depot", "meeting", 4, "u-aylin", 6],
  ["Confirm delivery of the exchange scanners", "call", -6, "u-mara", 9, -6],
  ["Update the warranty article", "todo", 0, "u-jonas"],
  ["Hand over the printer case to second shift", "todo", 1, "u-jonas"],
  ["One-to-one with Mara", "meeting", 0, "u-ines"],
  ["Forecast for the board", "todo", 3, "u-ines"],
];

export function createTasks(): Task[] {
  return rows.map(([title, kind, due, ownerId, dealId, done], index) => ({
    id: index + 1,
    title,
    kind,
    due: dayFromNow(due),
    doneAt: done === undefined ? null : momentFrom(done),
    ownerId,
    ...(dealId === undefined ? {} : { dealId }),
  }));
}

function momentFrom(offset: number): string {
  return new Date(`${dayFromNow(offset)}T16:00`).toISOString();
}
