import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createCalendar } from "../../src/blocks/calendar.ts";
import { createThreadedEventStore } from "../../src/events/threaded-event-store.ts";
import type { FreezeJob } from "../../src/freezing/compute-snapshots.ts";
import { crowdJourneys, crowdRoles } from "./crowd.ts";
import { beginningOf, type Filling, fillFolder } from "./filled-folder.ts";

/** Says whether something holds, aloud. */
export type Expecting = (what: string, holds: boolean) => void;

const rounds = 5;

/** The freeze of everything that was, alone. */
function wholeJob(it: Filling): FreezeJob {
  const fromWeek = createCalendar("UTC").weekOf(beginningOf(it));
  const block = { index: 0, fromWeek, toWeek: fromWeek + it.weeks, frozenAt: it.now };
  return {
    project: "project-0",
    timeZone: "UTC",
    blocks: [block],
    roles: crowdRoles,
    journeys: crowdJourneys(it.journeys),
    versions: crowdJourneys(it.journeys).map(({ id, steps }) => ({ journey: id, version: 2, steps })),
    groups: [],
    ledgers: new Map(),
    values: new Map(),
  };
}

/** The same people and steps among few and among four times as many events. */
export async function measureGrowth(path: string, events: number, expectThat: Expecting): Promise<void> {
  const people = Math.max(1000, Math.floor(events / 1000));
  const base = { projects: 1, journeys: 10, people, weeks: 26, closed: 0, now: Date.now() };
  const times: number[] = [];
  const bytes: string[] = [];
  for (const eventsEach of [54, 216]) {
    const folder = join(path, `${eventsEach}`);
    mkdirSync(folder);
    const filled = await fillFolder(folder, { ...base, eventsEach });
    const store = createThreadedEventStore(join(folder, "events.sqlite"));
    const all: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begin = performance.now();
      const { snapshots } = await store.freeze(wholeJob({ ...base, eventsEach }));
      all.push(performance.now() - begin);
      bytes[times.length] = JSON.stringify(snapshots.map(({ picture }) => picture));
    }
    await store.close();
    times.push(Math.min(...all));
    console.log(
      `${filled.events} events of ${people} people: their block is computed in ${Math.round(Math.min(...all))} ms`,
    );
  }
  const [few = 0, many = 0] = times;
  expectThat("the pictures are the same, byte for byte, whatever else arrived", bytes[0] === bytes[1]);
  // Both times are the best of five; what is left is noise of the machine.
  expectThat(`four times the events: ${(many / few).toFixed(2)} times as long, at most 1.5`, many <= few * 1.5);
}
