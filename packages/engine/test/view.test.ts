import type { Progress, Run } from "@waymark/schema";
import { describe, expect, it } from "vitest";
import { aJourney, aScene, aStep } from "../../testing/src/index.ts";
import { addDuration, briefAnswerOf, briefText, endOfDay, matchPage, viewJourney } from "../src/index.ts";

const monday = new Date(2026, 10, 2, 9).getTime();
const day = 86_400_000;
const done = (completed: number) => ({ attempt: 1, began: null, completed, how: "condition" as const });
const progressOf = (run: Run, subject = ""): Progress => ({
  format: "waymark.progress/1",
  journeys: { "win-a-deal": { [subject]: run } },
});

describe("views", () => {
  it("E40 knows here, next and far; skipped counts as settled", () => {
    const steps = ["a", "b", "c", "d", "e"].map((id) => aStep(id));
    const run: Run = { steps: { a: done(1), b: { ...done(2), how: "skipped" } } };
    const view = viewJourney(aJourney({ steps }), progressOf(run), aScene(), { locale: "en" }, monday);
    expect(view.stations.map(({ state }) => state)).toEqual(["done", "skipped", "here", "next", "far"]);
    expect([view.done, view.total, view.here]).toEqual([2, 5, 2]);
  });

  it.each([
    [monday + 3600_000, "later"],
    [monday + day, "today"],
    [monday + 2 * day, "overdue"],
  ])("E41 at %i the step due a day later is %s", (now, state) => {
    const journey = aJourney({ steps: [aStep("a"), aStep("b", { due: "P1D" })] });
    const view = viewJourney(journey, progressOf({ steps: { a: done(monday) } }), aScene(), { locale: "en" }, now);
    expect(view.stations[1]?.due).toEqual({ state, at: endOfDay(monday + day) });
  });

  it("E41 has no due date while the step before is open", () => {
    const journey = aJourney({ steps: [aStep("a"), aStep("b", { due: "P1D" })] });
    expect(
      viewJourney(journey, progressOf({ steps: {} }), aScene(), { locale: "en" }, monday).stations[1]?.due,
    ).toBeNull();
  });

  it("E42 speaks the person's language and fills in the record", () => {
    const journey = aJourney({
      per: { subject: "deal" },
      steps: [aStep("a", { title: "Call {deal.label}", do: { open: "/deals/{deal.id}/show" } })],
      texts: { de: { title: "Abschluss", steps: { a: { title: "{deal.label} anrufen" } } } },
    });
    const scene = aScene({ current: { deal: "17" }, subjects: { deal: { "17": { id: "17", label: "Nordwind" } } } });
    const view = viewJourney(journey, progressOf({ steps: {} }), scene, { locale: "de-AT" }, monday);
    expect([view.title, view.label, view.subject]).toEqual(["Abschluss", "Nordwind", "deal:17"]);
    expect(view.stations[0]).toMatchObject({ title: "Nordwind anrufen", open: "/deals/17/show" });
  });

  it("Y16 brief guidance is a word without a reason, full guidance all of it; beside a translation they go", () => {
    const guide = { light: { say: "Log it." }, full: { say: "Press the telephone, then Save." } };
    const step = aStep("a", { why: "No notes at night.", do: { say: "Log the call." }, guide });
    const journey = aJourney({ steps: [step], texts: { de: { steps: { a: { say: "Anruf eintragen." } } } } });
    const told = (locale: string, light?: ReadonlySet<string>): unknown[] => {
      const view = viewJourney(journey, progressOf({ steps: {} }), aScene(), { locale, light }, monday);
      return [view.stations[0]?.say, view.stations[0]?.why];
    };
    expect(told("en")).toEqual(["Press the telephone, then Save.", "No notes at night."]);
    expect(told("en", new Set(["a"]))).toEqual(["Log it.", null]);
    expect(told("de")).toEqual(["Anruf eintragen.", "No notes at night."]);
    expect(told("de", new Set(["a"]))).toEqual(["Anruf eintragen.", null]);
  });

  it("E42 offers no link that still asks for a record", () => {
    const journey = aJourney({ per: { subject: "deal" }, steps: [aStep("a", { do: { open: "/deals/{deal.id}" } })] });
    expect(
      viewJourney(journey, progressOf({ steps: {} }), aScene(), { locale: "en" }, monday).stations[0]?.open,
    ).toBeNull();
  });

  it("E42 names a record by its type and id while its name is not known", () => {
    const journey = aJourney({ per: { subject: "deal" } });
    const view = viewJourney(journey, progressOf({ steps: {} }, "deal:19"), aScene(), { locale: "en" }, monday);
    expect(view.records.map(({ label }) => label)).toEqual(["Deal 19"]);
  });

  it("E43 asks the brief again only when its own words changed", () => {
    const journey = aJourney({ brief: { purpose: "p", benefit: "b", expectation: "e" } });
    const run: Run = { brief: { answer: "clear", text: briefText(journey), at: 1 }, steps: {} };
    expect(briefAnswerOf({ ...journey, title: "Another title" }, run)).toBe("clear");
    expect(briefAnswerOf({ ...journey, brief: { purpose: "p", benefit: "more", expectation: "e" } }, run)).toBeNull();
  });

  it("E45 takes what fills a pattern literally, whatever it holds", () => {
    const fill = (id: string) => () => id;
    expect(matchPage("/deals/{deal.id}/done", "/deals/urnZZ/done", fill("urn:a"))).toBeNull();
    expect(matchPage("/deals/{deal.id}/done", "/deals/17/done", fill("*"))).toBeNull();
    expect(matchPage("/deals/{deal.id}/done", "/deals/urn%3Aa/done", fill("urn:a"))).toEqual({});
  });

  it.each([
    ["2026-01-31T10:00", "P1M", "2026-02-28T10:00"],
    ["2026-11-21T10:00", "P1W2D", "2026-11-30T10:00"],
    ["2026-11-21T23:30", "PT45M", "2026-11-22T00:15"],
    ["2024-02-29T10:00", "P1Y", "2025-02-28T10:00"],
  ])("E44 %s and %s is %s", (from, duration, expected) => {
    expect(addDuration(new Date(from).getTime(), duration)).toBe(new Date(expected).getTime());
  });

  it.each([
    ["/deals/:id/*", "/deals/17/show", { id: "17" }],
    ["/deals/:id/*", "/deals/17", { id: "17" }],
    ["/deals/:id", "/deals/17/show", null],
    ["/deals/*", "/deals", {}],
    ["/a.b", "/axb", null],
    ["/deals", "/deals/", {}],
    ["/deals/:id/copy/:id", "/deals/1/copy/2", { id: "2" }],
    ["/deals/:id", "/deals/a%2Fb", { id: "a/b" }],
    ["/deals/:id", "/deals/ü x", { id: "ü x" }],
    ["/(a+)+$", "/aaaa", null],
  ])("E45 %s against %s", (pattern, path, expected) => {
    expect(matchPage(pattern, path)).toEqual(expected);
  });
});
