import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Journey, lintJourney, parseJourney, parseProgress, renderProblem } from "../src/index.ts";

const journey: Journey = {
  $schema: "./node_modules/@waymark/schema/journey.schema.json",
  format: "waymark.journey/1",
  id: "win-a-deal",
  title: "Win a deal",
  destination: "40 min a week",
  roles: ["sales-rep"],
  repeat: true,
  audience: { all: [{ trait: "plan", in: ["pro", "team"] }, { page: "/deals/*" }] },
  brief: {
    purpose: "One place for what was said.",
    benefit: "You keep nothing in your head.",
    expectation: "A next date, by Friday.",
  },
  per: { subject: "deal", page: "/deals/:id/*", label: { css: "h1" } },
  value: { event: "deal.won" },
  core: [{ event: "call.logged", every: "P1W" }],
  holdout: 0.1,
  steps: [
    {
      id: "log-call",
      title: "Log the call",
      why: "The follow-up writes itself.",
      minutes: 3,
      do: {
        open: "/deals/{deal.id}",
        target: [{ role: "button", name: "Log call" }, { testId: "log" }],
        say: "Click here after you hang up.",
        focus: [{ label: "Notes" }],
      },
      done: {
        any: [
          { event: "call.logged", where: { dealId: "{deal.id}", minutes: { gt: 1 } } },
          { data: "stage", in: ["won"] },
        ],
      },
      saves: { minutes: 10, instead: "typing notes twice" },
      due: "P1D",
      guide: { light: { say: "Log it." }, full: { tour: [{ target: { text: "Notes" }, say: "What was said." }] } },
      handoff: { role: "support-agent", journey: "welcome-customer", step: "call" },
    },
  ],
  texts: { de: { title: "Abschluss", steps: { "log-call": { title: "Anruf notieren" } } } },
};

const sentences = (input: unknown): string[] => {
  const parsed = parseJourney(input);
  return parsed.ok ? [] : parsed.problems.map(renderProblem);
};
const withStep = (step: object): unknown => ({ ...journey, steps: [{ id: "a", title: "A", ...step }] });

describe("journey documents", () => {
  it("S1 accepts a full document as it is", () => {
    const parsed = parseJourney(journey);
    expect(parsed).toEqual({ ok: true, value: journey });
  });

  it("S2 refuses unknown keys by name", () => {
    expect(sentences({ ...journey, stpes: [] })).toEqual([
      "$.stpes is not known here: remove it or correct its spelling.",
    ]);
    expect(sentences(withStep({ do: { opne: "/x" } }))).toEqual([
      "$.steps[0].do.opne is not known here: remove it or correct its spelling.",
    ]);
  });

  it("S3 S4 gives five sentences with paths for five mistakes", () => {
    const five = {
      ...journey,
      id: "Win Deal",
      title: 5,
      steps: [
        { id: "a", title: "A", due: "1 day" },
        { id: "b", done: { evnt: "x" } },
      ],
    };
    const parsed = parseJourney(five);
    expect(parsed.ok ? [] : parsed.problems.map(({ code, path }) => [code, path])).toEqual([
      ["slug", "$.id"],
      ["wrong_type", "$.title"],
      ["duration", "$.steps[0].due"],
      ["missing", "$.steps[1].title"],
      ["no_such_kind", "$.steps[1].done"],
    ]);
    expect(sentences(five)).toEqual([
      '$.id is "Win Deal": write lower-case words joined by hyphens, like win-a-deal.',
      "$.title should be a text, but is 5.",
      '$.steps[0].due is "1 day": write an ISO 8601 duration, like P1D or PT30M.',
      "$.steps[1].title is missing: add a text.",
      "$.steps[1].done is keyed evnt: write one of event, click, input, submit, page, visible, gone, text, data, trait, role, custom, manual, after, all, any, not.",
    ]);
  });

  it.each([
    [{ done: { event: "x", wher: {} } }, "$.steps[0].done.wher is not known here: remove it or correct its spelling."],
    [{ done: "event" }, '$.steps[0].done is "event": write an object.'],
    [{ done: { text: "x", in: 5 } }, "$.steps[0].done.in is 5: write an object or a list."],
    [{ done: { all: [] } }, "$.steps[0].done.all is []: write at least 1 entries."],
  ])("S5 %j", (step, expected) => {
    expect(sentences(withStep(step))).toEqual([expected]);
  });

  it("S6 refuses latching conditions inside not", () => {
    expect(sentences(withStep({ done: { not: { event: "x" } } }))[0]).toContain("$.steps[0].done.not");
    expect(sentences(withStep({ done: { not: { visible: { text: "x" } } } }))).toEqual([]);
  });

  it.each([
    [{ do: { target: {} } }, "$.steps[0].do.target is {}: write at least one way"],
    [{ do: { target: { css: "a", name: "x" } } }, "write a role beside the name"],
  ])("S7 %j", (step, expected) => {
    expect(sentences(withStep(step)).join()).toContain(expected);
  });

  it("S8 warns about what an author should think about again", () => {
    const steps = Array.from({ length: 6 }, (_, at) => ({ id: `s${at}`, title: "A title that is far too long" }));
    const brief = { purpose: "p", benefit: "Better forecast accuracy", expectation: "e" };
    const codes = lintJourney({ ...journey, texts: undefined, brief, steps }).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["many_steps", "long_text", "no_condition", "company_benefit"]));
    expect(lintJourney({ ...journey, texts: undefined })).toEqual([]);
    expect(
      sentences({ ...journey, steps: Array.from({ length: 8 }, (_, at) => ({ id: `s${at}`, title: "A" })) }),
    ).toHaveLength(1);
  });

  it("S15 warns about texts of other languages as about the journey's own", () => {
    const id = journey.steps[0]?.id ?? "";
    const long = "Ein Titel, der für eine Station viel zu lang geraten ist";
    const texts = { de: { title: long, steps: { [id]: { title: long, say: "Kurz." }, gone: { title: "Weg" } } } };
    const found = lintJourney({ ...journey, texts })
      .filter(({ code }) => code !== "missing_language")
      .map(renderProblem);
    expect(found).toEqual([
      "$.texts.de.title: 56 characters. Better: at most 40 characters.",
      `$.texts.de.steps.${id}.title: 56 characters. Better: at most 24 characters.`,
      expect.stringMatching(/^\$\.texts\.de\.steps\.gone: .*one of the steps/),
    ]);
    const partly = lintJourney({ ...journey, texts: { "pt-BR": { steps: { [id]: { title: "Ganhar" } } } } });
    expect(partly.map(({ code }) => code)).toEqual(["missing_language"]);
  });

  it("S9 publishes a JSON Schema that judges as the schema does", () => {
    const path = new URL(import.meta.resolve("@waymark/schema/journey.schema.json"));
    const schema = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const cases: unknown[] = [
      journey,
      { ...journey, stpes: [] },
      { ...journey, id: "Win Deal" },
      { ...journey, format: "waymark.journey/2" },
      withStep({ done: { event: "x", wher: {} } }),
      withStep({ done: { all: [{ event: "x" }, { data: "stage", in: ["won"] }] } }),
      withStep({ due: "1 day" }),
      withStep({ do: { open: "deals" } }),
      { ...journey, steps: [] },
      { ...journey, library: true, keywords: ["rabatt"], pages: ["/deals/*"] },
      { ...journey, keywords: ["x".repeat(41)] },
      { ...journey, pages: ["deals"] },
    ];
    for (const each of cases) expect([each, validate(each)]).toEqual([each, parseJourney(each).ok]);
  });

  it("L4 a journey of the library says so, with words to find it by and the pages where it helps", () => {
    const shelf = { ...journey, library: true, keywords: ["rebate"], pages: ["/deals/*"] };
    const texts = { de: { title: "Rabatt geben", keywords: ["Nachlass"] } };
    expect(parseJourney({ ...shelf, texts })).toEqual({ ok: true, value: { ...shelf, texts } });
    const wrong = { ...shelf, library: "yes", keywords: ["", "x".repeat(41)], pages: ["deals"] };
    const result = parseJourney(wrong);
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([
      "$.library",
      "$.keywords[0]",
      "$.keywords[1]",
      "$.pages[0]",
    ]);
    const many = parseJourney({ ...shelf, keywords: Array.from({ length: 21 }, (_, at) => `word ${at}`) });
    expect(many.ok).toBe(false);
  });

  it("S13 never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        const parsed = parseJourney(anything);
        if (!parsed.ok) for (const problem of parsed.problems) expect(renderProblem(problem)).toMatch(/^\$.*\.$/s);
        expect(typeof parseProgress(anything).ok).toBe("boolean");
      }),
    );
  });
});
