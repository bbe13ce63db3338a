import { readdirSync } from "node:fs";
import { lintJourney, parseJourney, renderProblem } from "@waymark/schema";
import { describe, expect, it } from "vitest";
import { withTexts } from "../src/index.ts";
import { roleTemplates } from "../src/roles.ts";
import { texts as de } from "../src/roles-de.ts";
import { texts as fr } from "../src/roles-fr.ts";

const kinds = [
  "account-executive",
  "accountant",
  "customer-success-manager",
  "developer",
  "marketer",
  "operations-clerk",
  "project-manager",
  "recruiter",
  "sales-manager",
  "sales-rep",
  "support-agent",
  "support-lead",
];

describe("templates for kinds of work", () => {
  it("W37 are one for each of twelve kinds, each a file and each in the list", () => {
    expect(roleTemplates.flatMap(({ roles = [] }) => roles).sort()).toEqual(kinds);
    const files = readdirSync(new URL("../journeys/roles", import.meta.url)).sort();
    expect(roleTemplates.map(({ id }) => `${id}.journey.json`).sort()).toEqual(files);
    expect(new Set(roleTemplates.map(({ title }) => title)).size).toBe(12);
    expect(new Set(roleTemplates.map(({ brief }) => brief?.benefit)).size).toBe(12);
  });

  it.each(roleTemplates.map((journey) => [journey.roles?.[0], journey] as const))("W38 %s", (_, journey) => {
    expect(parseJourney(journey)).toEqual({ ok: true, value: journey });
    expect(lintJourney(journey, { journeys: roleTemplates }).map(renderProblem)).toEqual([]);
    expect([4, 5]).toContain(journey.steps.length);
    expect(journey.brief?.benefit).toMatch(/\b[Yy]ou/);
    expect(journey.brief?.benefit.length).toBeLessThanOrEqual(90);
    for (const { why = "", do: deed, done, due } of journey.steps) {
      for (const text of [why, deed?.say ?? ""]) expect(text).toMatch(/^[A-Z].{11,88}[.?]$/s);
      expect(deed?.label).toMatch(/^.{3,24}$/);
      expect(done).toHaveProperty("event");
      expect(due).toMatch(/^P\d+D$/);
    }
  });

  it.each(Object.entries({ de, fr }))(
    "W64 in %s have every text, as short as it has to be, and none of the other's tone",
    (tag, all) => {
      expect(Object.keys(all).sort()).toEqual(roleTemplates.map(({ id }) => id).sort());
      const strange =
        tag === "de"
          ? /!|(?<!\p{L})(du|dich|dir|dein\p{L}*)(?!\p{L})/iu
          : /!|'| [?;:»%]|(?<!\p{L})(tu|toi|tes)(?!\p{L})/iu;
      for (const journey of roleTemplates) {
        const own = all[journey.id];
        expect(Object.keys(own?.steps ?? {})).toEqual(journey.steps.map(({ id }) => id));
        expect([own?.title, own?.destination, own?.brief?.benefit].map((text = "") => text.length)).toEqual([
          expect.toSatisfy((length: number) => length > 0 && length <= 40),
          expect.toSatisfy((length: number) => length > 0 && length <= 16),
          expect.toSatisfy((length: number) => length > 0 && length <= 90),
        ]);
        for (const { id, do: deed } of journey.steps) {
          const { title = "", why = "", say = "", label = "" } = own?.steps?.[id] ?? {};
          expect([id, say.match(/\*\*/g)?.length]).toEqual([id, deed?.say?.match(/\*\*/g)?.length]);
          for (const text of [title, label]) expect(text).toMatch(/^.{3,24}$/);
          for (const text of [why, say]) expect(text).toMatch(/^\p{Lu}.{9,88}[.?]$/u);
          expect([title, why, say, label].join(" ")).not.toMatch(strange);
        }
        const translated = withTexts(journey, { [tag]: all });
        expect(parseJourney(translated)).toMatchObject({ ok: true });
        expect(lintJourney(translated, { journeys: roleTemplates, languages: [tag] }).map(renderProblem)).toEqual([]);
      }
    },
  );
});
