import type { Guest } from "../runtime/guest.ts";
import type { Moment } from "./history.ts";
import type { Readings } from "./readings.ts";

declare const __VERSION__: string;

/** Rules whose `has` would say who somebody is, or what a record holds. */
const tellsOfPeople = /^(audience|subject|holdout)/;
const values = /\b(data|trait)\b/;

/**
 * A report for a bug, as JSON to read before it is sent: rules with what they saw, targets, queue, the last facts. It names
 * no person and no record, and holds no value of a trait or of a record.
 */
export function bugReport(
  guest: Guest,
  { journeys, targets, queue, lost }: Readings,
  moments: readonly Moment[],
): string {
  const { $journeys, $surface, $wanted, locale } = guest;
  const bare = (text: string): string =>
    text.replace(/\b([a-z][a-z0-9-]*):[^\s,"]+/g, "$1:…").replace(/\/[^\s",/]*\d[^\s",/]*/g, "/…");
  const report = {
    waymark: __VERSION__,
    browser: navigator.userAgent,
    window: `${innerWidth} x ${innerHeight} @ ${devicePixelRatio}`,
    locale,
    surface: $surface.get().name,
    guide: $wanted.get() && { journey: $wanted.get()?.journey, step: $wanted.get()?.step },
    shown: $journeys.get().map(({ id, version, done, total, here }) => ({ id, version, done, total, here })),
    journeys: journeys.map(({ journey, shown, rules }) => ({
      journey,
      shown,
      rules: rules.map(({ rule, holds, wants, has }) => {
        const secret = tellsOfPeople.test(rule) || values.test(wants);
        return { rule, holds, wants: bare(wants), has: secret ? "left out" : bare(has) };
      }),
    })),
    targets: targets.map(({ journey, rule, holds, has }) => ({ journey, rule, holds, has: bare(has) })),
    queue,
    lost,
    facts: moments.slice(-40).map(({ at, fact }) => `${new Date(at).toISOString()} ${bare(fact)}`),
  };
  return JSON.stringify(report, null, 2);
}
