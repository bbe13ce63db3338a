import { readdirSync, readFileSync } from "node:fs";
import { type Journey, lintJourney, parseJourney, renderProblem, type TargetWays } from "@waymark/schema";
import { describe, expect, it } from "vitest";
import { sales, support, templates } from "../src/index.ts";

const folder = new URL("../journeys/", import.meta.url);
const namesIn = (path: string): string[] =>
  readdirSync(new URL(path, folder))
    .map((name) => name.replace(".journey.json", ""))
    .sort();
const idsOf = (journeys: readonly Journey[]): string[] => journeys.map(({ id }) => id).sort();

/** Words that carry a title, without those that only hold it together. */
const wordsOf = (title: string): Set<string> =>
  new Set(
    title
      .toLowerCase()
      .match(/[a-z]{3,}/g)
      ?.filter((word) => !["the", "for", "with", "two"].includes(word)),
  );

function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const both = [...left].filter((word) => right.has(word)).length;
  return both / new Set([...left, ...right]).size;
}

describe("templates", () => {
  it("L50 are fifty, each a file and each in the list", () => {
    expect([sales.length, support.length, templates.length]).toEqual([25, 25, 50]);
    expect(idsOf(sales)).toEqual(namesIn("sales"));
    expect(idsOf(support)).toEqual(namesIn("support"));
  });

  it.each(templates.map((journey) => [journey.id, journey] as const))("L51 L52 L53 %s", (id, journey) => {
    const path = new URL(`${sales.includes(journey) ? "sales" : "support"}/${id}.journey.json`, folder);
    expect(parseJourney(JSON.parse(readFileSync(path, "utf8")))).toEqual({ ok: true, value: journey });
    expect(lintJourney(journey).map(renderProblem)).toEqual([]);

    const { steps, brief, keywords = [], destination = "", title, roles = [] } = journey;
    expect(journey.library).toBe(true);
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(steps.length).toBeLessThanOrEqual(5);
    expect(steps.reduce((sum, { minutes = 99 }) => sum + minutes, 0)).toBeLessThanOrEqual(10);
    expect(roles).toEqual([sales.includes(journey) ? "sales-rep" : "support-agent"]);
    expect(keywords.length).toBeGreaterThanOrEqual(4);

    expect([title.length <= 40, destination.length > 0, destination.length <= 16]).toEqual([true, true, true]);
    expect(brief?.benefit.length).toBeLessThanOrEqual(90);
    for (const step of steps) {
      const { say = "", label = "" } = step.do ?? {};
      for (const text of [say, step.why ?? ""]) expect(text).toMatch(/^.{12,90}[.?]$/s);
      for (const text of [say, step.why ?? ""]) expect(text.length).toBeLessThanOrEqual(90);
      expect(step.title).toMatch(/^.{3,24}$/);
      expect(label).toMatch(/^.{3,24}$/);
    }
  });

  it("L54 no two are alike", () => {
    const all = (pick: (journey: Journey) => unknown): number => new Set(templates.map(pick)).size;
    expect(all(({ id }) => id)).toBe(50);
    expect(all(({ title }) => title.toLowerCase())).toBe(50);
    expect(all(({ brief }) => brief?.benefit)).toBe(50);
    expect(all(({ brief }) => brief?.purpose)).toBe(50);
    expect(all(({ steps }) => steps.map(({ title }) => title).join())).toBe(50);
    for (const [at, { title }] of templates.entries()) {
      for (const other of templates.slice(at + 1)) {
        expect([title, other.title, likeness(title, other.title) < 0.7]).toEqual([title, other.title, true]);
      }
    }
  });

  it("L55 point by role and name or by label, and are done by a deed or a tick", () => {
    const steps = templates.flatMap((journey) => journey.steps);
    for (const step of steps) {
      const { role, name, label } = (step.do?.target ?? {}) as TargetWays;
      expect(Boolean(label) || Boolean(role && name)).toBe(true);
      const { event, manual } = step.done as { event?: string; manual?: true };
      expect(manual === true || /^[a-z]+\.[a-z-]+$/.test(event ?? "")).toBe(true);
    }
    const byEvent = steps.filter((step) => step.done && "event" in step.done);
    expect(byEvent.length / steps.length).toBeGreaterThan(0.5);
    // The last step of each tells by itself that the request is met.
    const silent = templates.filter(({ steps: own }) => !own.some((step) => step.done && "event" in step.done));
    expect(silent).toEqual([]);
  });

  it("L56 praise, blame and shout at nobody", () => {
    const text = templates.map((journey) => JSON.stringify(journey)).join("\n");
    expect(text).not.toMatch(/!|\b(congratulations|great job|well done|simply|easy|easily|obviously|failed to)\b/i);
  });
});
