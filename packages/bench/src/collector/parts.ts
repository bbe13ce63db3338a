import { join } from "node:path";
import { createCalendar } from "../../../collector/src/blocks/calendar.ts";
import { gatherPackedRows } from "../../../collector/src/events/gather-rows.ts";
import { packEvents } from "../../../collector/src/events/parcel.ts";
import { createSqliteEventStore } from "../../../collector/src/events/sqlite-event-store.ts";
import { pseudonymOf } from "../../../collector/src/identity/pseudonym.ts";
import { judgeEvents } from "../../../collector/src/ingest/judge-events.ts";
import { bodiesFrom, type Kind, perBody } from "./bodies.ts";

/** One part's share, us of CPU an event. */
export interface Part {
  name: string;
  cpuUs: number;
}

type Envelope = Parameters<typeof judgeEvents>[0];

async function timed(name: string, count: number, work: () => Promise<void> | void): Promise<Part> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { name, cpuUs: (user + system) / (count * perBody) };
}

/** What each part of the way costs by itself, in one thread and without HTTP. */
export async function partsOf(kind: Kind, folder: string, count = 1000): Promise<Part[]> {
  const calendar = createCalendar("UTC");
  const secret = "s".repeat(43);
  const senderOf = (person: string) =>
    ({ person, verified: 0, simulated: 0, roles: kind === "rows" ? ["sales-rep"] : [], refused: null }) as const;
  const judge = (envelope: Envelope) =>
    judgeEvents(envelope, {
      project: "crm",
      sender: { ...senderOf("x".repeat(43)), roles: kind === "rows" ? ["sales-rep"] : [] },
      calendar,
      openWeek: null,
      suppressed: null,
      oldest: 0,
      now: Date.now(),
    }).events;
  const store = createSqliteEventStore(join(folder, `${kind}.sqlite`));
  const parts: Part[] = [];
  for (const warm of [true, false]) {
    const bodies = bodiesFrom(warm ? 900_000_000 : 910_000_000, count, kind);
    const parsed = bodies.map((body) => JSON.parse(body) as Envelope);
    const judged = parsed.map(judge);
    const packed = judged.map(packEvents);
    const add = async (name: string, work: () => Promise<void> | void): Promise<void> => {
      const part = await timed(name, count, work);
      if (!warm) parts.push(part);
    };
    await add("parse", () => bodies.forEach((body) => void JSON.parse(body)));
    await add("judge", () => parsed.forEach((envelope) => void judge(envelope)));
    await add("pseudonym", () => parsed.forEach((envelope) => void pseudonymOf(secret, envelope.person)));
    await add("pack, for the writing thread and the file", () => judged.forEach((events) => void packEvents(events)));
    await add("rows, out of the packing, where events tell any", () =>
      packed.forEach((parcels) => void gatherPackedRows(parcels)),
    );
    await add("write and commit, 2,000 events a transaction", async () => {
      await Promise.all(judged.map((events) => store.append({ project: "crm", events, rejects: [] })));
    });
  }
  const lone = bodiesFrom(920_000_000, 200, kind).map((body) => judge(JSON.parse(body) as Envelope));
  parts.push(
    await timed("write and commit, 50 events a transaction", 200, async () => {
      for (const events of lone) await store.append({ project: "crm", events, rejects: [] });
    }),
  );
  await store.close();
  return parts;
}
