import type { Priority, TicketStatus } from "../data/records.ts";

export const priorities: readonly (readonly [value: Priority, label: string])[] = [
  ["low", "Low"],
  ["normal", "Normal"],
  ["high", "High"],
  ["urgent", "Urgent"],
];

export const statuses: readonly (readonly [value: TicketStatus, label: string])[] = [
  ["open", "Open"],
  ["waiting", "Waiting"],
  ["resolved", "Resolved"],
];

export function labelFor(pairs: readonly (readonly [string, string])[], value: string): string {
  return pairs.find(([id]) => id === value)?.[1] ?? value;
}
