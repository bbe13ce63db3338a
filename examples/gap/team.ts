import { createHash } from "node:crypto";
import type { RealCollector } from "../../packages/testing/src/real-collector.ts";

export const winADeal: Parameters<RealCollector["publish"]>[0] = {
  format: "waymark.journey/1",
  id: "win-a-deal",
  title: "Win your first deal",
  roles: ["sales-rep"],
  steps: [
    { id: "log-call", title: "Log the first contact", minutes: 3, done: { event: "call.logged" } },
    { id: "set-date", title: "Plan the next call", minutes: 2, done: { event: "date.set" } },
    { id: "send-offer", title: "Send the offer", minutes: 8, done: { event: "offer.sent" } },
  ],
};

export const roles: { id: string; title: string; parent?: string }[] = [
  { id: "sales", title: "Sales" },
  { id: "sales-rep", parent: "sales", title: "Sales rep" },
];

/** A UUID v7 that is the same for the same name and moment. */
function idOf(name: string, at: number): string {
  const hash = createHash("sha256").update(name).digest("hex");
  const time = at.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

interface Deed {
  type: string;
  minutes: number;
  step?: string;
  props?: object;
}

/** What a person's SDK sends of one day on which they go through every step, alone or with help. */
function deedsOf(alone: readonly boolean[]): Deed[] {
  const steps = winADeal.steps.flatMap(({ id: step }, index): Deed[] => [
    { type: "step.started", minutes: 10 * index, step, props: { attempt: 1 } },
    ...(alone[index]
      ? []
      : [{ type: "step.helped", minutes: 10 * index + 1, step, props: { attempt: 1, guide: "full" } }]),
    {
      type: "step.completed",
      minutes: 10 * index + 4,
      step,
      props: { attempt: 1, how: "condition", helped: !alone[index], failed: 0 },
    },
  ]);
  return [{ type: "session.started", minutes: 0 }, ...steps];
}

/**
 * Sends the deeds of a team over HTTP, signed: of so many people, so many do each step alone.
 *
 * @param day - A day on which all of them do it, `2026-09-09`; what they did leaves their devices at nine that morning.
 */
export async function sendTeam(
  collector: RealCollector,
  day: string,
  people: number,
  alone: readonly number[],
  prefix = "u",
): Promise<void> {
  const morning = Date.parse(`${day}T08:00:00Z`);
  for (let nth = 0; nth < people; nth += 1) {
    const person = `${prefix}-${nth}`;
    const events = deedsOf(alone.map((count) => nth < count)).map(({ type, minutes, step, props = {} }, seq) => {
      const at = morning + minutes * 60_000;
      const of = step === undefined ? {} : { journey: "win-a-deal", version: 1, step };
      return {
        id: idOf(`${person}/${day}/${seq}`, at),
        type,
        ts: new Date(at).toISOString(),
        session: "s1",
        seq,
        ...of,
        props,
      };
    });
    const token = collector.token(person, ["sales-rep"], { exp: Math.floor(morning / 1000) + 86_400 * 60 });
    const body = {
      sentAt: new Date(morning + 3_600_000).toISOString(),
      person,
      roles: ["sales-rep"],
      locale: "en",
      sdk: "sdk/0.1.0",
      token,
      events,
    };
    const answer = await fetch(`${collector.url}/v1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${collector.key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const receipt = (await answer.json()) as { accepted?: number; rejected?: unknown[] };
    if (receipt.accepted !== events.length) throw new Error(JSON.stringify(receipt));
  }
}
