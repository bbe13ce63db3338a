import { readdirSync } from "node:fs";
import { lintJourney, parseJourney, renderProblem } from "@waymark/schema";
import { describe, expect, it } from "vitest";
import { roleTemplates } from "../src/roles.ts";

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
});
