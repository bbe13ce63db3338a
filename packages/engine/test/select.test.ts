import type { Audience, Progress } from "@waymark/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aJourney, aScene, aStep } from "../../testing/src/index.ts";
import { createJourneyIndex, emptyProgress, explain, matchJourney, selectJourneys } from "../src/index.ts";

const progressOf = (journeys: Progress["journeys"]): Progress => ({ ...emptyProgress(), journeys });
const done = { attempt: 1, began: null, completed: 1, how: "condition" as const };

describe("who sees what", () => {
  it.each([
    [["sales-rep"], ["sales-rep", "mentor"], true],
    [["sales-rep"], ["support-agent"], false],
    [[], [], true],
    [["a", "b"], ["b"], true],
  ])("E30 roles %j against %j: %s", (roles, mine, expected) => {
    expect(matchJourney(aJourney({ roles }), aScene({ roles: mine }), "u")).toBe(expected);
  });

  it.each<[Audience, boolean]>([
    [{ page: "/deals/*" }, true],
    [{ all: [{ page: "/deals" }, { trait: "plan", in: ["pro"] }] }, true],
    [{ any: [{ page: "/tickets" }, { role: "sales-rep" }] }, true],
    [{ not: { trait: "plan", is: "pro" } }, false],
    [{ trait: "seats", gt: 10 }, false],
  ])("E30 audience %j: %s", (audience, expected) => {
    const scene = aScene({ page: "/deals", traits: { plan: "pro", seats: 5 } });
    expect(matchJourney(aJourney({ audience }), scene, "u")).toBe(expected);
  });

  it("E30 holds out the stated share, the same person every time", () => {
    const journey = aJourney({ holdout: 0.2 });
    const people = Array.from({ length: 2000 }, (_, at) => `u-${at}`);
    const shown = people.filter((person) => matchJourney(journey, aScene(), person));
    expect(shown.length).toBeGreaterThan(1500);
    expect(shown.length).toBeLessThan(1700);
    expect(people.filter((person) => matchJourney(journey, aScene(), person))).toEqual(shown);
  });

  it("E31 puts this record first, then what is under way, new, finished, hidden", () => {
    const perDeal = { per: { subject: "deal" }, steps: [aStep("a")] };
    const journeys = [
      aJourney({ id: "hidden" }),
      aJourney({ id: "finished", steps: [aStep("a")] }),
      aJourney({ id: "new" }),
      aJourney({ id: "under-way" }),
      aJourney({ id: "record", ...perDeal }),
    ];
    const progress = progressOf({
      hidden: { "": { hidden: { until: null, at: 1 }, steps: {} } },
      finished: { "": { began: 1, steps: { a: done } } },
      "under-way": { "": { began: 1, steps: {} } },
    });
    const ids = selectJourneys(journeys, progress, aScene({ current: { deal: "17" } }), "u", 10).map(({ id }) => id);
    expect(ids).toEqual(["record", "under-way", "new", "finished", "hidden"]);
  });

  it("E32 explains every rule with what it wants and what there is", () => {
    const journey = aJourney({
      audience: { all: [{ page: "/deals/*" }, { trait: "plan", in: ["pro"] }] },
      brief: { purpose: "p", benefit: "b", expectation: "e" },
    });
    const told = explain(journey, emptyProgress(), aScene({ page: "/home", traits: { plan: "free" } }), "u", 1);
    expect(told.shown).toBe(false);
    expect(told.rules).toContainEqual({ rule: "audience", holds: false, wants: "page /deals/*", has: "page /home" });
    expect(told.rules).toContainEqual({
      rule: "audience",
      holds: false,
      wants: 'trait plan, in ["pro"]',
      has: "plan free",
    });
    expect(told.rules).toContainEqual({ rule: "brief", holds: false, wants: "answered once", has: "not answered" });
    expect(told.rules).toContainEqual({ rule: "step a", holds: false, wants: "event a.done", has: "not seen yet" });
  });

  it("E32 agrees with selection whoever asks", () => {
    const roles = fc.subarray(["sales-rep", "support-agent"]);
    const page = fc.constantFrom("/deals", "/tickets");
    fc.assert(
      fc.property(roles, roles, page, fc.double({ min: 0, max: 0.5, noNaN: true }), (wanted, mine, path, holdout) => {
        const journey = aJourney({ roles: wanted, audience: { page: "/deals" }, holdout });
        const scene = aScene({ roles: mine, page: path });
        const chosen = selectJourneys([journey], emptyProgress(), scene, "u-1", 1).length === 1;
        expect(explain(journey, emptyProgress(), scene, "u-1", 1).shown).toBe(chosen);
      }),
    );
  });

  it("E33 finds only the journeys that name an event, among a thousand", () => {
    const journeys = Array.from({ length: 1000 }, (_, at) => aJourney({ id: `j-${at}`, steps: [aStep(`s${at}`)] }));
    const index = createJourneyIndex(journeys);
    const fact = { kind: "event" as const, name: "s17.done", props: {}, scene: aScene() };
    expect(index.affected(fact).map(({ id }) => id)).toEqual(["j-17"]);
    expect(index.affected({ kind: "scene", scene: aScene() })).toEqual([]);
  });
});
