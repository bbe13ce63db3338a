import type { Progress } from "@waymark/schema";
import { activeIn, headsIn } from "./activity.ts";
import { applyWrite, keepRows, type Tables } from "./apply-write.ts";
import { arrivalSecond, arrivalsReport, minuteMs, recentMinutes } from "./arrivals.ts";
import { type EventStore, knowsAll, type Limits } from "./event-store.ts";
import type { Rows } from "./gather-rows.ts";
import { latestIn } from "./latest-in.ts";
import { type PersonRow, personRows } from "./person-row.ts";
import { type ProgressRow, progressRows } from "./progress-row.ts";
import { type ReachRow, reachRows } from "./reach-row.ts";
import { type RowKind, rowKey } from "./row-kind.ts";
import { type SayingRow, sayingRows } from "./saying-row.ts";
import { isSame, type StoredEvent, type StoredReject } from "./stored-event.ts";
import { targetDaysOf } from "./target-days.ts";

interface Memory {
  events: Map<string, StoredEvent>;
  /** Keys of what the delivery under way has added: taken out again where it fails. */
  added: string[];
  rows: Map<string, Map<string, object>>;
  progress: Map<string, string>;
  rejects: Map<string, StoredReject>;
  duplicates: Map<string, number>;
  dropped: Map<string, { project: string; reason: string; count: number }>;
}

const id = (...parts: string[]): string => JSON.stringify(parts);

function tablesOf(memory: Memory): Tables {
  const rowsOf = <R extends object>(kind: RowKind<R>): Map<string, R> => {
    const known = memory.rows.get(kind.table) ?? new Map<string, object>();
    memory.rows.set(kind.table, known);
    return known as Map<string, R>;
  };
  return {
    insertEvents: ({ events }) =>
      events.map((event) => {
        const key = id(event.project, event.id);
        const known = memory.events.get(key);
        if (known !== undefined) return isSame(known, event) ? "duplicate" : "conflict";
        memory.events.set(key, { ...event });
        memory.added.push(key);
        return "accepted";
      }),
    insertRow: (kind, row) => {
      const rows = rowsOf(kind);
      const key = rowKey(kind, row);
      if (rows.has(key)) return false;
      rows.set(key, row);
      return true;
    },
    findRow: (kind, row) => rowsOf(kind).get(rowKey(kind, row)) ?? null,
    replaceRow: (kind, row) => void rowsOf(kind).set(rowKey(kind, row), row),
    progressOf: (project, person) => {
      const text = memory.progress.get(id(project, person));
      return text === undefined ? null : (JSON.parse(text) as Progress);
    },
    offeredAt: (project, journey, person, verified) =>
      rowsOf(reachRows).get(JSON.stringify([project, journey, person, verified]))?.offered ?? null,
    putProgress: (project, person, progress) => void memory.progress.set(id(project, person), JSON.stringify(progress)),
    insertReject: (reject) => {
      const key = id(reject.project, reject.hash);
      if (!memory.rejects.has(key)) memory.rejects.set(key, reject);
    },
    dropReject: (project, hash) => void memory.rejects.delete(id(project, hash)),
    raiseDropped: (project, counter, reason, count) => {
      const key = id(project, counter, reason);
      const known = memory.dropped.get(key)?.count ?? 0;
      memory.dropped.set(key, { project, reason, count: Math.max(known, count) });
    },
    lowerFirstWeek: () => undefined,
    countArrivals: (project, _events, duplicates) =>
      void memory.duplicates.set(project, (memory.duplicates.get(project) ?? 0) + duplicates),
  };
}

function typeCounts(
  events: readonly StoredEvent[],
): { type: string; count: number; simulated: number; lastAt: number }[] {
  const types = new Map<string, { type: string; count: number; simulated: number; lastAt: number }>();
  for (const event of events) {
    const entry = types.get(event.type) ?? { type: event.type, count: 0, simulated: 0, lastAt: 0 };
    entry.count += 1;
    entry.simulated += event.simulated;
    entry.lastAt = Math.max(entry.lastAt, event.receivedAt);
    types.set(event.type, entry);
  }
  return [...types.values()];
}

function droppedOf(memory: Memory, project: string): { reason: string; count: number }[] {
  const sums = new Map<string, number>();
  for (const each of memory.dropped.values())
    if (each.project === project) sums.set(each.reason, (sums.get(each.reason) ?? 0) + each.count);
  return [...sums].map(([reason, count]) => ({ reason, count })).sort((a, b) => (a.reason < b.reason ? -1 : 1));
}

type Owned = { project: string; person: string };

function dropFrom<R>(map: Map<string, R>, isOver: (row: R, key: string) => boolean): number {
  const over = [...map].filter(([key, row]) => isOver(row, key));
  for (const [key] of over) map.delete(key);
  return over.length;
}

function erasePeopleIn(memory: Memory, project: string, people: readonly string[]): number {
  const isTheirs = (row: object): boolean =>
    (row as Owned).project === project && people.includes((row as Owned).person);
  for (const rows of memory.rows.values()) dropFrom(rows, isTheirs);
  for (const person of people) memory.progress.delete(id(project, person));
  dropFrom(memory.rejects, isTheirs);
  return dropFrom(memory.events, isTheirs);
}

function expireIn(memory: Memory, project: string, before: Limits): void {
  const rowsOf = (kind: { table: string }): Map<string, object> => memory.rows.get(kind.table) ?? new Map();
  dropFrom(memory.events, (event) => event.project === project && event.at < before.events);
  dropFrom(memory.rejects, (reject) => reject.project === project && reject.at < before.rejects);
  dropFrom(
    rowsOf(progressRows) as Map<string, ProgressRow>,
    (row) => row.project === project && Math.max(row.firstAt, row.began ?? 0, row.completed ?? 0) < before.progress,
  );
  dropFrom(
    rowsOf(reachRows) as Map<string, ReachRow>,
    (row) => row.project === project && Math.max(row.offered ?? 0, row.started ?? 0) < before.progress,
  );
  dropFrom(rowsOf(sayingRows) as Map<string, SayingRow>, (row) => row.project === project && row.at < before.progress);
  const left = new Set(
    [...memory.events.values(), ...([...rowsOf(progressRows).values()] as ProgressRow[])]
      .filter((each) => each.project === project)
      .map((each) => each.person),
  );
  dropFrom(
    rowsOf(personRows) as Map<string, PersonRow>,
    (row) => row.project === project && row.firstAt < before.progress && !left.has(row.person),
  );
  dropFrom(memory.progress, (text, key) => {
    const [of, person] = JSON.parse(key) as [string, string];
    return of === project && !left.has(person) && latestIn(text) < before.progress;
  });
}

/** Keeps everything in maps: the oracle of the contract suite, and enough for a test. Nothing survives the process. */
export function createMemoryEventStore(): EventStore {
  const memory: Memory = {
    events: new Map(),
    added: [],
    rows: new Map(),
    progress: new Map(),
    rejects: new Map(),
    duplicates: new Map(),
    dropped: new Map(),
  };
  const tables = tablesOf(memory);
  const eventsOf = (project: string): StoredEvent[] =>
    [...memory.events.values()].filter((each) => each.project === project).sort((a, b) => (a.id < b.id ? -1 : 1));
  const rowsOf = <R extends { project: string }>(kind: RowKind<R>, project: string): R[] =>
    ([...(memory.rows.get(kind.table)?.values() ?? [])] as R[]).filter((each) => each.project === project);
  const rows = async (project: string): Promise<Rows> => ({
    progress: rowsOf(progressRows, project),
    reach: rowsOf(reachRows, project),
    sayings: rowsOf(sayingRows, project),
    people: rowsOf(personRows, project),
  });
  return {
    capabilities: knowsAll,
    append: async (write) => {
      memory.added = [];
      try {
        return applyWrite(tables, write);
      } catch (error) {
        for (const key of memory.added) memory.events.delete(key);
        throw error;
      }
    },
    progressOf: async (project, person) => tables.progressOf(project, person),
    mergeProgress: async (project, person, merge) => {
      const merged = merge(tables.progressOf(project, person));
      tables.putProgress(project, person, merged);
      return merged;
    },
    rows,
    heads: async (project) => headsIn(await rows(project)),
    targets: async (project) => targetDaysOf((await rows(project)).sayings),
    active: async (project, asked) => {
      const kept = await rows(project);
      return asked.map((each) => activeIn(kept, each));
    },
    firstWeek: async (project) => {
      const weeks = eventsOf(project).map((each) => each.week);
      return weeks.length === 0 ? null : Math.min(...weeks);
    },
    events: async (project, after, limit, since = Number.NEGATIVE_INFINITY) =>
      eventsOf(project)
        .filter((each) => (after === null || each.id > after) && each.at >= since)
        .slice(0, limit),
    arrivals: async (project, now) => {
      const events = eventsOf(project).filter((each) => each.derivedFrom === null);
      const rejects = [...memory.rejects.values()].filter((each) => each.project === project);
      return arrivalsReport(
        {
          types: typeCounts(events),
          duplicates: memory.duplicates.get(project) ?? 0,
          dropped: droppedOf(memory, project),
          rejected: rejects.length,
          rejects: rejects.sort((a, b) => b.at - a.at).slice(0, 20),
          recent: events
            .filter((each) => each.receivedAt > now - recentMinutes * minuteMs)
            .map((each) => ({ receivedAt: arrivalSecond(each.receivedAt), count: 1 })),
        },
        now,
      );
    },
    rejects: async (project, after, limit) =>
      [...memory.rejects.values()]
        .filter((each) => each.project === project && (after === null || each.hash > after))
        .sort((a, b) => (a.hash < b.hash ? -1 : 1))
        .slice(0, limit),
    reject: async (project, hash) => memory.rejects.get(id(project, hash)) ?? null,
    rebuild: async (project, told) => {
      for (const rows of memory.rows.values())
        for (const [key, row] of rows) if ((row as { project: string }).project === project) rows.delete(key);
      keepRows(tables, eventsOf(project));
      told?.(1);
    },
    settle: async () => undefined,
    personOf: async (project, people) => {
      const own = <R extends { person: string }>(rows: R[]): R[] => rows.filter((each) => people.includes(each.person));
      return {
        events: own(eventsOf(project)),
        progress: people.flatMap((person) => tables.progressOf(project, person) ?? []),
        rows: {
          progress: own(rowsOf(progressRows, project)),
          reach: own(rowsOf(reachRows, project)),
          sayings: own(rowsOf(sayingRows, project)),
          people: own(rowsOf(personRows, project)),
        },
        rejects: [...memory.rejects.values()].filter(
          (each) => each.project === project && people.includes(each.person ?? ""),
        ),
      };
    },
    erase: async (project, people) => erasePeopleIn(memory, project, people),
    expire: async (project, before) => expireIn(memory, project, before),
    health: async () => undefined,
    close: async () => undefined,
  };
}
