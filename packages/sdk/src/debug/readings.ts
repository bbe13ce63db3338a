import type { ExplainedRule, Explanation } from "@waymark/engine";
import type { Guest } from "../runtime/guest.ts";
import { partition } from "../runtime/keep-progress.ts";
import { type Losses, lossesKey } from "../telemetry/losses.ts";

/** Explains one journey; `null` where it is not loaded. */
export type Explain = (journey: string) => Promise<unknown>;

/** Everything the panel shows of now. */
export interface Readings {
  journeys: readonly Explanation[];
  /** Rules of targets alone, with the journey they belong to. */
  targets: readonly (ExplainedRule & { journey: string })[];
  queue: Readonly<Record<string, string | number>>;
  /** What was given up, and what failed, by reason. */
  lost: Readonly<Record<string, number>>;
}

const isTarget = ({ rule }: ExplainedRule): boolean => rule.startsWith("target ");

async function readQueue(guest: Guest): Promise<Pick<Readings, "queue" | "lost">> {
  const { platform, unsent, failures, options } = guest;
  const owner = partition(guest);
  const bound = (): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);
  const waiting = await platform
    .disk<number>("queue", "readonly", (objects) => objects.count(bound()))
    .catch(() => "storage is broken");
  const losses = await platform.store.get<Losses>(lossesKey(owner));
  const queue = {
    consent: guest.$consent.get(),
    collector: options.collector ?? "none: nothing is queued",
    "waiting on this device": waiting,
    "of this page, not answered yet": unsent.size,
    "of these refused by the disk": [...unsent.values()].filter(({ stored }) => stored === false).length,
  };
  return { queue, lost: { ...losses?.reasons, ...failures } };
}

/** Reads what holds now. Changes nothing. */
export async function readNow(guest: Guest, explain: Explain): Promise<Readings> {
  const ids = guest.$documents.get().map(({ id }) => id);
  const found = await Promise.all(ids.map(explain));
  const journeys = found.filter((each) => each !== null) as Explanation[];
  const targets = journeys.flatMap(({ journey, rules }) =>
    rules.filter(isTarget).map((rule) => ({ ...rule, journey })),
  );
  const rest = journeys.map((each) => ({ ...each, rules: each.rules.filter((rule) => !isTarget(rule)) }));
  return { journeys: rest, targets, ...(await readQueue(guest)) };
}
