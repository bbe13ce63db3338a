import { type Explanation, emptyLedger, explain, guidanceFor, pacingRules, runsOf } from "@waymark/engine";
import { readLedger } from "../care/ledger-store.ts";
import { pacingFacts } from "../care/may-prompt.ts";
import type { Guest } from "../runtime/guest.ts";

/** Rule by rule, why a journey is (not) shown, and what has failed so far, by reason; `null` where it is not loaded. */
export async function explainJourney(
  guest: Guest,
  id: string,
): Promise<(Explanation & Pick<Guest, "failures">) | null> {
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
  const rules = [...explained.rules, ...explainTargets(journey, options.targets), ...pacing, ...guidance];
  return { ...explained, rules, failures: { ...guest.failures } };
}
