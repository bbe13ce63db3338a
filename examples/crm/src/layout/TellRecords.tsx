import { type ReactElement, useEffect } from "react";
import { type MapRecord, tellRecords } from "../analytics.ts";
import { useAll } from "../data/use-all.ts";
import { findPerson } from "../session/session.ts";

/** A day without an hour ends with the working day. */
const endOf = (day: string): string => new Date(`${day}T17:00`).toISOString();

/** Keeps the guide told of somebody's records, each time they have changed. */
function useTold(type: string, records: readonly MapRecord[]): void {
  const asText = JSON.stringify(records);
  useEffect(() => {
    const told = JSON.parse(asText) as MapRecord[];
    if (told.length > 0) tellRecords(type, told);
  }, [type, asText]);
}

/** A rep's own open deals, with the day the next thing is due on each. */
function TellDeals({ ownerId }: { ownerId: string }): null {
  const tasks = useAll("tasks", { ownerId });
  const open = useAll("deals", { ownerId }).filter(({ stage }) => stage !== "won" && stage !== "lost");
  const records = open.map(({ id, name, nextDate, stage }) => {
    const days = tasks.filter(({ dealId, doneAt }) => dealId === id && doneAt === null).map(({ due }) => due);
    const [day] = [...days, ...(nextDate === null ? [] : [nextDate])].sort();
    const url = `/deals/${id}/show`;
    return { id: String(id), label: name, url, data: { stage }, ...(day && { due: endOf(day) }) };
  });
  useTold("deal", records);
  return null;
}

/** The open tickets: whoever answers takes them from here. */
function TellTickets(): null {
  const tickets = useAll("tickets", { status: "open" });
  useTold(
    "ticket",
    tickets.map(({ id, subject }) => ({ id: String(id), label: subject, url: `/tickets/${id}/show` })),
  );
  return null;
}

/** Tells the guide which records are this person's: its map shows them all, opened before or not. */
export function TellRecords(): ReactElement | null {
  const person = findPerson();
  if (person?.role === "sales-rep") return <TellDeals ownerId={person.id} />;
  return person?.role === "support-agent" ? <TellTickets /> : null;
}
