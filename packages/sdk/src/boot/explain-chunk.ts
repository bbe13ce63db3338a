import {
  type Explanation,
  emptyLedger,
  explain,
  guidanceFor,
  hasBaseline,
  pacingRules,
  runsOf,
  type TaskLog,
} from "@waymark/engine";
import { readLedger } from "../care/ledger-store.ts";
import { pacingFacts } from "../care/may-prompt.ts";
import type { Stop } from "../ports/platform.ts";
import type { Guest } from "../runtime/guest.ts";

/** Who says how long a step should take. A person's own times are theirs: the page hears that there are some, not which. */
function saidBy(minutes: number | undefined, log: TaskLog | undefined): string {
  if (minutes !== undefined) return `stated: ${minutes * 60} s`;
  return hasBaseline(log) ? "own: from the first five runs" : "none";
}

/** Rule by rule, why a journey is (not) shown, and what has failed so far, by reason; `null` where it is not loaded. */
export async function explainJourney(
  guest: Guest,
  id: string,
): Promise<(Explanation & Pick<Guest, "failures">) | Stop | null> {
  // What `openDebug` of `@waymark/sdk/debug` asks for.
  if (id === "*") return (await import("../debug/panel.tsx")).openPanel(guest, (each) => explainJourney(guest, each));
  const journey = guest.$documents.get().find((each) => each.id === id);
  if (!journey) return null;
  const { $progress, $scene, $person, platform, options } = guest;
  const explained = explain(journey, $progress.get(), $scene.get(), $person.get().id, platform.now());
  const { explainTargets } = await import("../page/page-room.ts");
  const pacing = pacingRules(pacingFacts(guest)).map((each) => ({ ...each, rule: `pacing ${each.rule}` }));
  const { tasks } = await readLedger(guest).catch(() => emptyLedger());
  const guidance = journey.steps.map(({ id: step }) => {
    const { level, rule } = guidanceFor(runsOf(tasks[`${id}/${step}`]), platform.now());
    const wants = "three of three attempts alone, the last within four weeks";
    return { rule: `guidance ${step}`, holds: level === "light", wants, has: `${level}: ${rule}` };
  });
  const references = journey.steps.map(({ id: step, minutes }) => {
    const has = saidBy(minutes, tasks[`${id}/${step}`]);
    return {
      rule: `reference ${step}`,
      holds: has !== "none",
      wants: "stated minutes, or five runs of one's own",
      has,
    };
  });
  const rules = [
    ...explained.rules,
    ...explainTargets(journey, options.targets),
    ...pacing,
    ...guidance,
    ...references,
  ];
  return { ...explained, rules, failures: { ...guest.failures } };
}
