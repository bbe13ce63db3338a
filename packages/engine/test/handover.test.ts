import type { Handoff, HandoffAct, Journey, Party, Progress, Run, Stamp, Thanks } from "@waymark/schema";
import fc, { type Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import { aJourney, aStep } from "../../testing/src/index.ts";
import {
  actOn,
  dueOffers,
  dueReopenings,
  dueThanks,
  type Hand,
  handoffState,
  handoverRows,
  incomingOffers,
  initialsOf,
  inWords,
  judgeAct,
  mergeHandoff,
  mergeHandoffs,
  neighboursOf,
  takenOver,
  usualWait,
} from "../src/index.ts";

const time = fc.integer({ min: 1, max: 4 });
const stamp: Arbitrary<Stamp> = fc.record({ at: time, order: time }, { requiredKeys: ["at"] });
const party: Arbitrary<Party> = fc.record(
  { role: fc.constantFrom("support", "sales"), name: fc.constantFrom("Jonas", "Mara") },
  { requiredKeys: ["role"] },
);
const reason = fc.constantFrom("Kiel?", "Lund?");

/** Copies of one hand-over as devices and the collector might hold them. */
const anyHandoff: Arbitrary<Handoff> = fc.record(
  {
    id: fc.constantFrom("h1", "h2"),
    journey: fc.constant("win-a-deal"),
    step: fc.constantFrom("a", "b"),
    attempt: time,
    subject: fc.constant("deal:1"),
    from: party,
    to: party,
    note: reason,
    offered: stamp,
    withdrawn: stamp,
    accepted: fc.tuple(stamp, party).map(([of, by]) => ({ ...of, by })),
    returned: fc.tuple(stamp, party, reason).map(([of, by, why]) => ({ ...of, by, reason: why })),
  },
  { requiredKeys: ["id", "journey", "step", "attempt", "subject", "from", "to", "offered"] },
);
const sameId = anyHandoff.map((each) => ({ ...each, id: "h1" }));

const hour = 3_600_000;
const mara: Party = { role: "sales-rep", name: "Mara Lind", me: true };
const jonas: Party = { role: "support", title: "Service", name: "Jonas Weber" };

function aHandoff(more: Partial<Handoff> = {}): Handoff {
  return {
    id: "h1",
    journey: "win-a-deal",
    step: "c",
    attempt: 1,
    subject: "deal:1",
    from: mara,
    to: { role: "support", title: "Service" },
    offered: { at: 10, order: 10 },
    ...more,
  };
}

const handing: Journey = aJourney({
  per: { subject: "deal" },
  steps: [aStep("a"), aStep("c", { handoff: { role: "support", journey: "welcome", step: "call" } })],
});
const progressOf = (run: Run): Progress => ({
  format: "waymark.progress/1",
  journeys: { "win-a-deal": { "deal:1": run } },
});
const done = (attempt = 1, completed: number | null = 20, more: Partial<Run> = {}): Progress =>
  progressOf({
    began: 5,
    steps: { c: { attempt, began: 5, completed, how: completed === null ? null : "condition" } },
    ...more,
  });

describe("merging hand-overs", () => {
  it("H1 is commutative, associative and idempotent", () => {
    fc.assert(
      fc.property(sameId, sameId, sameId, (a, b, c) => {
        expect(mergeHandoff(a, b)).toEqual(mergeHandoff(b, a));
        expect(mergeHandoff(mergeHandoff(a, b), c)).toEqual(mergeHandoff(a, mergeHandoff(b, c)));
        expect(mergeHandoff(a, a)).toEqual(a);
      }),
      { numRuns: 3000 },
    );
  });

  it("H1 lists merge by id, in any order", () => {
    const list = fc.array(anyHandoff, { maxLength: 4 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const merged = mergeHandoffs(a, b);
        expect(merged).toEqual(mergeHandoffs(b, a));
        expect(merged.map(({ id }) => id)).toEqual([...new Set(merged.map(({ id }) => id))].sort());
      }),
    );
  });

  it("H2 a state only goes forward", () => {
    const rank = ["offered", "withdrawn", "accepted", "returned"];
    fc.assert(
      fc.property(sameId, sameId, (a, b) => {
        const [before, after] = [handoffState(a), handoffState(mergeHandoff(a, b))].map((each) => rank.indexOf(each));
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });

  it("H3 of two who accept, the one the collector took first has it; what is not confirmed gives way", () => {
    const confirmed = aHandoff({ accepted: { at: 90, order: 90, by: jonas } });
    const later = aHandoff({ accepted: { at: 20, order: 95, by: { role: "support", name: "Ines" } } });
    const offline = aHandoff({ accepted: { at: 1, by: { role: "support", name: "Tom", me: true } } });
    for (const other of [later, offline]) expect(mergeHandoff(other, confirmed).accepted?.by).toEqual(jonas);
  });
});

describe("what may be done", () => {
  const hand = (more: Partial<Hand> = {}): Hand => ({
    party: jonas,
    roles: ["support"],
    offered: false,
    took: false,
    ...more,
  });
  const act = (kind: "accept" | "withdraw"): HandoffAct => ({ act: kind, id: "h1", at: 30 });
  const back: HandoffAct = { act: "return", id: "h1", reason: "Kiel or Lund first?", at: 30 };
  const taken = aHandoff({ accepted: { at: 20, order: 20, by: jonas } });

  it("H4 one person of the role takes it over; whoever took it may give it back", () => {
    expect(judgeAct(aHandoff(), act("accept"), hand())).toBe("ok");
    expect(judgeAct(aHandoff(), back, hand())).toBe("ok");
    expect(judgeAct(taken, act("accept"), hand())).toBe("taken");
    expect(judgeAct(taken, back, hand())).toBe("taken");
    expect(judgeAct(taken, act("accept"), hand({ took: true }))).toBe("ok");
    expect(judgeAct(taken, back, hand({ took: true }))).toBe("ok");
    expect(judgeAct(aHandoff(), act("accept"), hand({ roles: ["sales-rep"] }))).toBe("unknown");
    expect(judgeAct(aHandoff(), act("accept"), hand({ roles: ["sales-rep"], offered: true }))).toBe("not_yours");
    expect(judgeAct(undefined, act("accept"), hand())).toBe("unknown");
  });

  it("H4 only who offered withdraws, and only what nobody took", () => {
    const sender = hand({ party: mara, roles: ["sales-rep"], offered: true });
    expect(judgeAct(aHandoff(), act("withdraw"), sender)).toBe("ok");
    expect(judgeAct(taken, act("withdraw"), sender)).toBe("too_late");
    expect(judgeAct(aHandoff(), act("withdraw"), hand())).toBe("not_yours");
    expect(judgeAct(aHandoff({ withdrawn: { at: 1 } }), act("accept"), hand())).toBe("too_late");
  });

  it("H5 doing the same again changes nothing", () => {
    const kinds = fc.constantFrom<HandoffAct>(act("accept"), act("withdraw"), back);
    fc.assert(
      fc.property(sameId, kinds, (handoff, each) => {
        const once = actOn(handoff, each, jonas, 40);
        expect(actOn(once, { ...each, at: 99 }, mara, 99)).toEqual(once);
        expect(once && mergeHandoff(once, handoff)).toEqual(once);
      }),
    );
  });
});

describe("what is due", () => {
  it("H6 a finished step goes to the next role, once for each attempt", () => {
    const [offer, ...more] = dueOffers([handing], done(), [], 0);
    expect(more).toEqual([]);
    expect(offer).toMatchObject({ journey: "win-a-deal", step: "c", subject: "deal:1", attempt: 1, to: "support" });
    expect(offer?.onward).toEqual({ journey: "welcome", step: "call" });
    expect(dueOffers([handing], done(), [aHandoff()], 0)).toEqual([]);
    expect(dueOffers([handing], done(2), [aHandoff()], 0)).toMatchObject([{ attempt: 2 }]);
    expect(dueOffers([handing], done(1, null), [], 0)).toEqual([]);
  });

  it("H7 what was so already, what does not apply and what was before is not offered", () => {
    const step = { attempt: 1, began: null, completed: 20, how: "condition" as const };
    expect(dueOffers([handing], progressOf({ began: 20, steps: { c: step } }), [], 0)).toEqual([]);
    const deed = { ...step, latched: { k: 20 } };
    expect(dueOffers([handing], progressOf({ began: 20, steps: { c: deed } }), [], 0)).toHaveLength(1);
    expect(dueOffers([handing], progressOf({ began: 1, steps: { c: { ...step, how: "skipped" } } }), [], 0)).toEqual(
      [],
    );
    expect(dueOffers([handing], done(), [], 21)).toEqual([]);
  });

  it("H8 what came back opens the next attempt, once", () => {
    const back = aHandoff({ returned: { at: 30, by: jonas, reason: "Kiel or Lund first?" } });
    const place = { journey: "win-a-deal", step: "c", subject: "deal:1", attempt: 1 };
    expect(dueReopenings(done(), [back])).toEqual([place]);
    expect(dueReopenings(done(2, null), [back])).toEqual([]);
    expect(dueReopenings(done(), [{ ...back, from: jonas }])).toEqual([]);
  });
});

describe("what each person sees", () => {
  const rows = (known: Handoff[], progress = done()) => handoverRows(handing, "deal:1", progress, known);

  it("H9 waiting, taken over, back with a question", () => {
    expect(rows([aHandoff()])).toMatchObject([{ kind: "waiting", since: 10, usual: null }]);
    expect(rows([aHandoff({ accepted: { at: 30, by: jonas } })])).toMatchObject([{ kind: "taken", by: jonas, at: 30 }]);
    const back = aHandoff({ returned: { at: 30, by: jonas, reason: "Kiel?" } });
    expect(rows([back], done(2, null))).toMatchObject([{ kind: "back", reason: "Kiel?" }]);
    const again = aHandoff({ id: "h2", attempt: 2 });
    expect(rows([back, again], done(2))).toMatchObject([{ kind: "waiting" }]);
    expect(rows([aHandoff({ withdrawn: { at: 30 } })])).toEqual([]);
  });

  it("H10 what is usual is the median of one's own, from three on", () => {
    const taken = (id: string, hours: number): Handoff =>
      aHandoff({ id, accepted: { at: 10 + hours * hour, by: jonas } });
    expect(usualWait([taken("h1", 1), taken("h2", 2)], "support")).toBeNull();
    expect(usualWait([taken("h1", 30), taken("h2", 2), taken("h3", 24)], "support")).toBe(24 * hour);
    expect(usualWait([taken("h1", 1), taken("h2", 2), taken("h3", 3)], "other")).toBeNull();
  });

  it("H11 one chip for each neighbour", () => {
    const two = { ...handing, steps: [aStep("a", { handoff: { role: "support", journey: "x" } }), ...handing.steps] };
    expect(neighboursOf(two, "deal:1", done(1, null), [])).toEqual([
      { step: "a", party: { role: "support" }, kind: "later" },
    ]);
    const has = aHandoff({ accepted: { at: 30, by: jonas } });
    expect(neighboursOf(handing, "deal:1", done(), [has])).toEqual([{ step: "c", party: jonas, kind: "has" }]);
    const back = aHandoff({ returned: { at: 30, by: jonas, reason: "Kiel?" } });
    expect(neighboursOf(handing, "deal:1", done(2, null), [back])).toEqual([
      { step: "c", party: jonas, kind: "waits" },
    ]);
  });

  it("H11 the other side sees who it came from", () => {
    const welcome = aJourney({ id: "welcome", steps: [aStep("read"), aStep("call")] });
    const from = { role: "sales-rep", name: "Mara Lind" };
    const offer = aHandoff({ from, onward: { journey: "welcome", step: "call" } });
    expect(neighboursOf(welcome, "deal:1", done(), [offer])).toEqual([{ step: "call", party: from, kind: "waits" }]);
    const mine = { ...offer, accepted: { at: 3, by: { ...jonas, me: true as const } } };
    expect(neighboursOf(welcome, "deal:1", done(), [mine])).toMatchObject([{ kind: "gave" }]);
    expect(incomingOffers([offer, mine, aHandoff({ id: "h3" })]).map(({ id }) => id)).toEqual(["h1"]);
    expect(takenOver([offer, mine])).toEqual([mine]);
  });

  it("H12 thanks are offered once for each hand-over that somebody else took over", () => {
    const taken = aHandoff({ accepted: { at: 30, by: jonas } });
    expect(dueThanks([taken], [], [])).toEqual(taken);
    expect(dueThanks([taken], [], ["h1"])).toBeNull();
    expect(dueThanks([taken], [{ handoff: "h1" } as Thanks], [])).toBeNull();
    expect(dueThanks([aHandoff()], [], [])).toBeNull();
    expect(dueThanks([aHandoff({ accepted: { at: 30, by: { ...jonas, me: true } } })], [], [])).toBeNull();
  });

  it("H13 time in one unit, a name in two letters", () => {
    expect([20_000, 59 * 60_000, 5 * hour, 47 * hour].map(inWords)).toEqual([
      { unit: "minutes", n: 1 },
      { unit: "minutes", n: 59 },
      { unit: "hours", n: 5 },
      { unit: "days", n: 2 },
    ]);
    expect([jonas, { role: "support-agent" }, { role: "x", title: "Service" }].map(initialsOf)).toEqual([
      "JW",
      "SA",
      "S",
    ]);
  });
});
