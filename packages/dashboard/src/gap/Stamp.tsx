import type { Decision, Measured } from "@waymark/schema";
import type { VNode } from "preact";
import { words as shared } from "../words.ts";
import { writtenDay, writtenDayOf } from "./day.ts";
import { gapWords as words } from "./words.ts";

const hundred = (share: number): number => Math.round(share * 100);

/** What changed in the plan, in a sentence. */
function changeOf({ choice, plan }: Decision): string {
  const { decided } = words;
  if (choice.option === "keep") return decided.kept;
  if (choice.option === "coaching") return decided.coaching(choice.hours, writtenDay(choice.on));
  if (choice.option === "new_version")
    return decided.version(plan.version, plan.versionNow > plan.version ? plan.versionNow : null);
  const before = plan.expectations[0]?.from.by;
  return before === undefined ? "" : decided.moved(writtenDay(before), writtenDay(choice.by));
}

/** One side: the value with its interval and n, or why there is none. */
function Side({ name, it, none }: { name: string; it: Measured | undefined; none: string }): VNode {
  const known = it !== undefined && it.measured !== null && it.interval !== null ? it : null;
  const [low, high] = known?.interval ?? [0, 0];
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {known === null ? (
          <span class="soft">{none}</span>
        ) : (
          words.measured(hundred(known.measured ?? 0), words.interval(hundred(low), hundred(high)), known.n ?? 0)
        )}
      </dd>
    </div>
  );
}

/**
 * After minus before in points, with an interval from those of both (Newcombe 1998, method 10, which needs nothing but the
 * two); `null` where a side is missing.
 */
export function changeBetween(
  before: Measured | undefined,
  after: Measured | undefined,
): { points: number; interval: [number, number] } | null {
  if (!before?.interval || !after?.interval || before.measured === null || after.measured === null) return null;
  const [b, a] = [before.measured, after.measured];
  const [[lowB, highB], [lowA, highA]] = [before.interval, after.interval];
  const value = a - b;
  const low = value - Math.hypot(a - lowA, highB - b);
  const high = value + Math.hypot(highA - a, b - lowB);
  return { points: hundred(a) - hundred(b), interval: [hundred(low), hundred(high)] };
}

/** A dated decision: date left, decision and signer right, before and after side by side. */
export function Stamp({ decision, timeZone }: { decision: Decision; timeZone: string }): VNode {
  const at = new Date(decision.at);
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(shared.locale, { timeZone, ...options }).format(at);
  const { decided, decide } = words;
  const [before] = decision.before;
  const after =
    decision.after.find((each) => each.step === before?.step && each.role === before?.role) ?? decision.after[0];
  const change = changeBetween(before, after);
  return (
    <li class="stamp">
      <p class="stamp-day">
        <time dateTime={decision.at} title={writtenDayOf(decision.at, timeZone)}>
          <b>{part({ day: "numeric", month: "short" })}</b>
          {part({ year: "numeric" })}
        </time>
      </p>
      <div class="stamp-said">
        <p>
          <b>{decide.options[decision.choice.option].title}.</b> {decision.author}
        </p>
        <p class="stamp-note">{decision.note}</p>
        <p class="soft">
          {changeOf(decision)} {decided.lookAgain(writtenDay(decision.followUp))}
        </p>
        <dl class="sides">
          <Side name={decided.before} it={before} none={decided.nothingBefore} />
          <Side name={decided.after} it={after} none={decided.notYet} />
        </dl>
        {change === null ? null : (
          <p class="small">
            {decided.changed(change.points, words.interval(...change.interval))} {decided.notProof}
          </p>
        )}
      </div>
    </li>
  );
}
