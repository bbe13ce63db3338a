/** Events in one delivery, as the SDK sends them at most times. */
export const perBody = 50;

/**
 * `rows`: steps begun and completed, which keep progress rows. `said`: prompts that were closed, which keep one row a person,
 * place and week. `plain`: a host's own events, which are only kept.
 */
export type Kind = "plain" | "said" | "rows";

const hex = (value: number, length: number): string => value.toString(16).padStart(length, "0").slice(-length);

function idAt(at: number, number: number): string {
  const time = hex(at, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(number >>> 24, 3)}-8${hex(number >>> 12, 3)}-${hex(number * 2_654_435_761, 12)}`;
}

const journeys = ["win-a-deal", "answer-a-ticket", "open-an-account", "plan-the-week"];
const steps = [
  "log-the-first-call-with-them",
  "set-the-next-date-together",
  "write-the-offer-and-check-it",
  "send-the-offer-and-say-when",
];

function eventAt(at: number, number: number, kind: Kind): object {
  const step = Math.floor(number / 2) % steps.length;
  const base = {
    id: idAt(at, number),
    ts: new Date(at).toISOString(),
    journey: journeys[Math.floor(number / perBody) % journeys.length],
    version: 3,
    step: steps[step],
    subject: `deal:${1000 + (Math.floor(number / 8) % 5000)}`,
    session: idAt(at, Math.floor(number / perBody) + 7),
    seq: number % perBody,
  };
  if (kind === "plain")
    return {
      ...base,
      type: "host.call.logged",
      props: { dealId: "deal-18273-of-the-northern-region", stage: "offer" },
    };
  if (kind === "said")
    return {
      ...base,
      type: "prompt.closed",
      props: { surface: "panel-of-the-launcher-at-the-right-edge", afterMs: 4210.5 },
    };
  if (number % 2 === 0) return { ...base, type: "step.started", props: { attempt: 1 } };
  const props = { attempt: 1, how: "condition", helped: false, failed: 0, activeMs: 41_250.5, backtracks: 1 };
  return { ...base, type: "step.completed", props };
}

/**
 * Deliveries of 50 events of about 370 bytes, each of one of 2,000 people.
 *
 * @param from - Number of the first delivery: no two have an event in common.
 */
export function bodiesFrom(from: number, count: number, kind: Kind): string[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, i) => {
    const number = from + i;
    const events = Array.from({ length: perBody }, (__, at) => eventAt(now + number, number * perBody + at, kind));
    return JSON.stringify({
      sentAt: new Date(now).toISOString(),
      person: `user-${number % 2000}@example.com`,
      roles: kind === "rows" ? ["sales-rep"] : [],
      locale: "en-GB",
      sdk: "sdk/0.1.0",
      events,
    });
  });
}
