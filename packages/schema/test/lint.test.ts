import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Journey, type LintContext, lintDocument, lintJourney, lintRules, type Step } from "../src/index.ts";

const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  title: id,
  done: { event: `${id}.done` },
  ...more,
});
const brief = { purpose: "What it is for.", benefit: "You go home on time.", expectation: "Five minutes a day." };
const clean: Journey = { format: "waymark.journey/1", id: "win", title: "Win", brief, steps: [step("a"), step("b")] };
const codes = (more: Partial<Journey>, context?: LintContext): string[] =>
  lintJourney({ ...clean, ...more }, context).map(({ code }) => code);
const at = (more: Partial<Step>): Partial<Journey> => ({ steps: [step("a"), step("b", more)] });

describe("lint", () => {
  it("W34 has nothing to say about a journey that is as it should be", () => {
    expect(codes({})).toEqual([]);
  });

  const long = `${"word ".repeat(25)}end.`;
  const other: Journey = { ...clean, id: "other", steps: [step("c", { handoff: { role: "x", journey: "win" } })] };
  const cases: [code: string, more: Partial<Journey>, context?: LintContext][] = [
    ["many_steps", { steps: ["a", "b", "c", "d", "e", "f"].map((id) => step(id)) }],
    ["long_text", { title: "A title that is quite a bit longer than forty characters" }],
    ["hard_to_read", { brief: { ...brief, purpose: long } }],
    ["no_brief", { brief: undefined }],
    ["no_benefit", { brief: { ...brief, benefit: "what it is for" } }],
    ["company_benefit", { brief: { ...brief, benefit: "Better forecast accuracy." } }],
    ["no_condition", at({ done: undefined })],
    ["click_alone", at({ done: { any: [{ click: { role: "button", name: "Save" } }] } })],
    ["many_fields", at({ do: { focus: ["1", "2", "3", "4", "5", "6"].map((label) => ({ label })) } })],
    ["fragile_target", at({ do: { target: { css: "main > div > div > div:nth-child(3) > button" } } })],
    ["fragile_target", at({ do: { target: { id: "mui-28371" } } })],
    ["fragile_target", at({ done: { input: { css: ".css-1x2y3z9" } } })],
    ["no_page", { steps: [step("a", { do: { open: "/x" } }), step("b", { do: { target: { label: "Name" } } })] }],
    ["missing_language", { texts: { de: { title: "Gewinnen" } } }],
    ["missing_language", {}, { languages: ["fr"] }],
    ["no_step", { texts: { de: { steps: { z: { title: "Z" } } } } }],
    ["handoff_missing", at({ handoff: { role: "x", journey: "nowhere" } }), { journeys: [other] }],
    ["handoff_step", at({ handoff: { role: "x", journey: "win", step: "z" } }), { journeys: [] }],
    ["handoff_circle", at({ handoff: { role: "x", journey: "other" } }), { journeys: [other] }],
  ];
  it.each(cases)("W34 finds %s", (code, more, context) => {
    expect(codes(more, context)).toContain(code);
  });

  it("W34 tries every rule that there is", () => {
    expect([...new Set(cases.map(([code]) => code))].sort()).toEqual(Object.keys(lintRules).sort());
  });

  it("W34 leaves what lasts: a place beside a name, a click where no event is known, a hand-over on its own", () => {
    const save = { role: "button", name: "Save" };
    expect(codes(at({ do: { target: [save, { css: "tr:first-child a" }] } }))).toEqual([]);
    expect(codes(at({ do: { target: { ...save, css: "p > a > b > i:nth-child(2)" } } }))).toEqual([]);
    expect(codes({ steps: [step("a", { done: { click: save } })] })).toEqual([]);
    expect(codes(at({ handoff: { role: "x", journey: "nowhere" } }))).toEqual([]);
  });

  it("W35 never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.anything(), (input) => Array.isArray(lintDocument(input))));
    fc.assert(fc.property(fc.jsonValue(), (input) => Array.isArray(lintDocument({ ...clean, ...Object(input) }))));
    const keys = ["title", "brief", "steps", "texts", "per", "done", "handoff", "do", "target", "any", "not", "id"];
    const like = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, fc.string(), fc.integer(), fc.constant(null), tie("list"), tie("map")),
      list: fc.array(tie("any"), { maxLength: 4 }),
      map: fc.dictionary(fc.constantFrom(...keys), tie("any"), { maxKeys: 5 }),
    })).map;
    fc.assert(
      fc.property(like, like, (journey, one) => {
        const steps = [{ id: "a", title: "A", ...(one as object) }];
        expect(Array.isArray(lintDocument({ ...clean, steps, ...(journey as object) }))).toBe(true);
        expect(Array.isArray(lintDocument({ ...clean, steps }))).toBe(true);
      }),
    );
  });

  it("W36 has a page of each rule, with its reason and its fix", () => {
    const page = readFileSync(new URL("../../../docs/lint.md", import.meta.url), "utf8");
    for (const [code, { title, why, fix }] of Object.entries(lintRules))
      expect(page).toContain(`## ${code}\n\n**${title}.** ${why}\n\n_Fix:_ ${fix}\n`);
    expect(page.match(/^## /gm)).toHaveLength(Object.keys(lintRules).length);
  });
});
