import type { Journey, Runs } from "@waymark/schema";
import { describe, expect, it } from "vitest";
import { aJourney, aScene, aStep, createSimulatedClock } from "../../testing/src/index.ts";
import { type Effect, type Fact, leafKey, leavesOf, type Scene, transition } from "../src/index.ts";

type Without<T> = T extends { scene: Scene } ? Omit<T, "scene"> : never;

/** One person with one journey: does things in order and remembers what came of it. */
function person(journey: Journey, scene: Scene = aScene()) {
  const clock = createSimulatedClock();
  let runs: Runs = {};
  let now = scene;
  const heard: Effect[] = [];
  const self = {
    clock,
    get runs() {
      return runs;
    },
    heard,
    types: () => heard.map(({ type }) => type),
    meets: (change: Partial<Scene>) => {
      now = { ...now, ...change };
      return self.does({ kind: "scene" });
    },
    does: (fact: Without<Fact>) => {
      const [after, effects] = transition(journey, runs, { ...fact, scene: now } as Fact, clock.now());
      runs = after;
      heard.push(...effects);
      return self;
    },
    tells: (name: string, props = {}) => self.does({ kind: "event", name, props }),
    step: (id: string, subject = "") => runs[subject]?.steps[id],
  };
  return self;
}

const offered = (journey: Journey, scene?: Scene) => person(journey, scene).does({ kind: "offer" });

describe("transition", () => {
  it("E1 changes nothing that was passed in and returns the same runs where nothing changes", () => {
    const journey = aJourney();
    const before: Runs = Object.freeze({ "": Object.freeze({ offered: 1, steps: Object.freeze({}) }) }) as Runs;
    const fact: Fact = { kind: "event", name: "nobody.asked", props: {}, scene: aScene() };
    const [after, effects] = transition(journey, before, fact, 5);
    expect(after).toBe(before);
    expect(effects).toEqual([]);
    const [changed] = transition(journey, before, { ...fact, name: "a.done" }, 5);
    expect(changed).not.toBe(before);
    expect(before[""]?.steps).toEqual({});
  });

  it("E2 counts facts from the offer on", () => {
    const rep = person(aJourney()).tells("a.done");
    expect(rep.types()).toEqual([]);
    rep.does({ kind: "offer" }).tells("a.done");
    expect(rep.types()).toEqual(["journey.offered", "journey.started", "step.completed"]);
  });

  it("E3 completes steps by themselves in any order", () => {
    const rep = offered(aJourney()).tells("c.done").tells("a.done").tells("b.done");
    expect(
      rep.heard.filter(({ type }) => type === "step.completed").map((each) => "step" in each && each.step),
    ).toEqual(["c", "a", "b"]);
    expect(rep.types().at(-1)).toBe("journey.completed");
  });

  it("E4 latches events, so that an all of two completes whichever came first", () => {
    const both = { all: [{ event: "x" }, { event: "y" }] };
    const journey = aJourney({ steps: [aStep("a", { done: both })] });
    expect(offered(journey).tells("y").tells("x").step("a")?.how).toBe("condition");
    expect(offered(journey).tells("x").step("a")?.completed).toBeNull();
  });

  it("E4 latches clicks, inputs and submits by their leaf", () => {
    const click = { click: { role: "button", name: "Save" } };
    const journey = aJourney({ steps: [aStep("a", { done: { all: [click, { event: "saved" }] } })] });
    const rep = offered(journey).does({ kind: "dom", leaves: [leafKey(click)] });
    expect(rep.step("a")?.completed).toBeNull();
    expect(rep.tells("saved").step("a")?.completed).not.toBeNull();
  });

  it("E5 lets levels hold only while they hold", () => {
    const done = { all: [{ event: "saved" }, { page: "/pipeline" }, { trait: "plan", in: ["pro"] }] };
    const rep = offered(aJourney({ steps: [aStep("a", { done })] })).meets({ page: "/pipeline" });
    rep.meets({ page: "/deals" }).tells("saved");
    expect(rep.step("a")?.completed).toBeNull();
    rep.meets({ page: "/pipeline" });
    expect(rep.step("a")?.completed).toBeNull();
    rep.meets({ traits: { plan: "pro" } });
    expect(rep.step("a")?.completed).not.toBeNull();
  });

  it("E5 sees what the page says is visible, gone or written", () => {
    const done = { visible: { text: "Saved" } };
    const [leaf] = leavesOf(done);
    const rep = offered(aJourney({ steps: [aStep("a", { done })] })).meets({ levels: leaf ? [leafKey(leaf)] : [] });
    expect(rep.step("a")?.how).toBe("condition");
  });

  it("E6 counts after from the moment the step began", () => {
    const rep = offered(aJourney({ steps: [aStep("a", { done: { after: "PT2H" } })] }));
    rep.clock.pass(3 * 3_600_000);
    rep.meets({});
    expect(rep.step("a")?.completed ?? null).toBeNull();
    rep.does({ kind: "begin", subject: "" });
    rep.clock.pass(2 * 3_600_000);
    expect(rep.meets({}).step("a")?.how).toBe("condition");
  });

  it("E7 begins a step when the person acts, opens its page, or does a part", () => {
    const steps = [
      aStep("a", { do: { open: "/deals/new" }, done: { all: [{ event: "x" }, { event: "y" }] } }),
      aStep("b"),
    ];
    const acted = offered(aJourney({ steps })).does({ kind: "begin", subject: "" });
    expect(acted.types()).toEqual(["journey.offered", "journey.started", "step.started"]);
    const visited = offered(aJourney({ steps })).tells("b.done").meets({ page: "/deals/new" });
    expect(visited.step("a")?.began).toBe(visited.clock.now());
    const part = offered(aJourney({ steps })).tells("x");
    expect(part.step("a")?.began).toBe(part.clock.now());
  });

  it("E7 leaves a step that completes at once without a beginning", () => {
    expect(offered(aJourney()).tells("a.done").step("a")?.began).toBeNull();
  });

  const perDeal = aJourney({
    per: { subject: "deal", page: "/deals/:id/*" },
    steps: [
      aStep("log", { done: { event: "call.logged", where: { dealId: "{deal.id}" } } }),
      aStep("win", { done: { any: [{ event: "won" }, { data: "stage", in: ["won"] }] } }),
    ],
  });

  it("E8 keeps one run per record and binds the record an event names", () => {
    const rep = offered(perDeal).tells("call.logged", { dealId: 99 }).tells("call.logged", { dealId: "17" });
    expect(rep.step("log", "deal:99")?.how).toBe("condition");
    expect(rep.step("log", "deal:17")?.how).toBe("condition");
    expect(rep.step("win", "deal:17")).toBeUndefined();
  });

  it("E8 counts an event that names no record for the record whose page is open", () => {
    const rep = offered(perDeal).tells("won");
    expect(Object.keys(rep.runs)).toEqual([""]);
    rep.meets({ current: { deal: "17" } }).tells("won");
    expect(rep.step("win", "deal:17")?.how).toBe("condition");
  });

  it("E9 starts each declared record where the host says it is", () => {
    const deals = { "1": { id: "1", data: { stage: "won" } }, "2": { id: "2", data: { stage: "lead" } } };
    const rep = offered(perDeal).meets({ subjects: { deal: deals } });
    expect(rep.step("win", "deal:1")?.how).toBe("condition");
    expect(rep.step("win", "deal:2")).toBeUndefined();
  });

  const staged = (stage: string): Partial<Scene> => ({ subjects: { deal: { "1": { id: "1", data: { stage } } } } });
  const inStages = aJourney({
    per: { subject: "deal" },
    steps: [
      aStep("call", { done: { any: [{ event: "called" }, { data: "stage", in: ["demo", "quote", "won"] }] } }),
      aStep("quote", { done: { data: "stage", in: ["quote", "won"] } }),
      aStep("win", { done: { data: "stage", in: ["won"] } }),
    ],
  });

  it("Y100 starts a record that it meets where the data say, and tells nothing of what was done before", () => {
    const rep = offered(inStages).meets(staged("quote"));
    expect(rep.types()).toEqual(["journey.offered"]);
    expect([rep.step("call", "deal:1")?.how, rep.step("quote", "deal:1")?.how]).toEqual(["condition", "condition"]);
    expect(rep.step("win", "deal:1")).toBeUndefined();
    expect(rep.runs["deal:1"]?.began).toBeUndefined();
    expect(rep.meets(staged("won")).types()).toEqual([
      "journey.offered",
      "journey.started",
      "step.completed",
      "journey.completed",
    ]);
  });

  it("Y100 tells what changes after a record was met, also where nothing was done when it was", () => {
    const rep = offered(inStages).meets(staged("lead")).meets(staged("lead"));
    expect(rep.types()).toEqual(["journey.offered"]);
    expect(rep.meets(staged("demo")).types()).toEqual(["journey.offered", "journey.started", "step.completed"]);
  });

  it("Y100 tells what the page says at the first meeting: that is done now", () => {
    const byPage = aJourney({
      per: { subject: "deal" },
      steps: [aStep("look", { done: { any: [{ page: "/deals/1" }, { data: "stage", in: ["won"] }] } }), aStep("b")],
    });
    const rep = offered(byPage).meets({ ...staged("lead"), page: "/deals/1" });
    expect(rep.types()).toEqual(["journey.offered", "journey.started", "step.completed"]);
  });

  it("E10 opens the next attempt at an untick, which what still is so does not complete again", () => {
    const journey = aJourney({ steps: [aStep("a", { done: { any: [{ page: "/pipeline" }, { event: "x" }] } })] });
    const rep = offered(journey).meets({ page: "/pipeline" });
    rep.does({ kind: "untick", subject: "", step: "a" }).meets({ page: "/pipeline" });
    expect(rep.step("a")).toEqual({ attempt: 2, began: null, completed: null, how: null });
    expect(rep.tells("x").step("a")?.how).toBe("condition");
  });

  it("E10 ticks and skips by hand", () => {
    const rep = offered(aJourney())
      .does({ kind: "tick", subject: "", step: "a" })
      .does({ kind: "skip", subject: "", step: "b" });
    expect(rep.step("a")?.how).toBe("manual");
    expect(rep.step("b")?.how).toBe("skipped");
    expect(rep.types().slice(-2)).toEqual(["step.completed", "step.skipped"]);
  });

  it("E11 completes a journey once and opens the next attempt of every step where work comes again", () => {
    const rep = offered(aJourney({ repeat: true, steps: [aStep("a"), aStep("b")] }))
      .tells("a.done")
      .tells("b.done")
      .tells("b.done");
    expect(rep.types().filter((type) => type === "journey.completed")).toHaveLength(1);
    rep.does({ kind: "begin", subject: "" });
    expect(rep.step("b")).toEqual({ attempt: 2, began: null, completed: null, how: null });
    rep.tells("a.done").tells("b.done");
    expect(rep.types().filter((type) => type === "journey.completed")).toHaveLength(2);
  });

  it("E10 E11 lets a level complete a later attempt once it was otherwise", () => {
    const done = { page: "/pipeline" };
    const journey = aJourney({ repeat: true, steps: [aStep("a", { done })] });
    const rep = offered(journey).meets({ page: "/pipeline" });
    rep.does({ kind: "begin", subject: "" }).meets({ page: "/pipeline" });
    expect(rep.step("a")).toMatchObject({ attempt: 2, completed: null });
    rep.meets({ page: "/deals" }).meets({ page: "/pipeline" });
    expect(rep.step("a")).toMatchObject({ attempt: 2, how: "condition" });
    expect(rep.types().filter((type) => type === "journey.started")).toHaveLength(2);
  });

  it("E12 changes nothing when a fact is told again", () => {
    const rep = offered(aJourney()).tells("a.done");
    const { runs, heard } = rep;
    const before = heard.length;
    rep.clock.pass(60_000);
    rep.tells("a.done").does({ kind: "offer" });
    expect(rep.runs).toBe(runs);
    expect(heard).toHaveLength(before);
  });
});
