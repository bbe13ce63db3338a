import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDraft } from "../src/document/check-draft.ts";
import { applyEdit, type Draft, type Edit, emptyDraft } from "../src/document/draft.ts";
import { draftFromLines } from "../src/document/from-lines.ts";
import { beginHistory, change, type History, mostUndos, redo, undo } from "../src/document/history.ts";
import { readJourney } from "../src/document/read-journey.ts";
import { fileText, toJourney } from "../src/document/to-journey.ts";

const begun = (): Draft => draftFromLines("Win a deal", "Log the call\nAgree a date\nSend the quote");
const ids = fc.constantFrom("log-the-call", "agree-a-date", "send-the-quote", "step-4", "gone");
/** What people write: nothing, a word, a line far too long, other scripts. */
const words = fc.oneof(fc.constantFrom("", " ", "Log it", "記録する", "x".repeat(300)), fc.string({ maxLength: 30 }));
const target = fc.constantFrom({ role: "button", name: "Save" }, { css: "#a" }, { testId: "save" });
const stepChange = fc.oneof(
  fc.record({ title: words }),
  fc.record({ why: words }),
  fc.record({ minutes: fc.constantFrom(undefined, 0, 3, -1, Number.NaN) }),
  fc.record({ saves: fc.constantFrom(undefined, { minutes: 5 }, { minutes: 0, instead: "typing" }) }),
  fc.record({ do: fc.record({ say: words, open: fc.constantFrom("", "/deals", "nowhere"), target }) }),
  fc.record({
    done: fc.oneof(
      fc.constant(undefined),
      words.map((event) => ({ event })),
      target.map((click) => ({ click })),
    ),
  }),
);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant("step" as const), id: ids, change: stepChange }),
  fc.record({ do: fc.constant("journey" as const), change: fc.record({ title: words, destination: words }) }),
  fc.record({ do: fc.constant("journey" as const), change: fc.record({ roles: fc.array(words, { maxLength: 3 }) }) }),
  fc.record({
    do: fc.constant("journey" as const),
    change: fc.record({ brief: fc.record({ purpose: words, benefit: words, expectation: words }) }),
  }),
  fc.record({
    do: fc.constant("add" as const),
    at: fc.integer({ min: -2, max: 9 }),
    steps: fc.array(fc.record({ id: ids, title: words }), { maxLength: 2 }),
  }),
  fc.record({ do: fc.constant("remove" as const), id: ids }),
  fc.record({ do: fc.constant("move" as const), id: ids, to: fc.integer({ min: -2, max: 9 }) }),
);
const typing = fc.constantFrom(null, "title", "why");
const acts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(edits, typing) },
    { weight: 1, arbitrary: fc.constantFrom("undo", "redo") },
  ),
  {
    maxLength: 40,
  },
);

function all(start: History, list: readonly ("undo" | "redo" | readonly [Edit, string | null] | string)[]): History {
  return list.reduce<History>((history, act) => {
    if (act === "undo") return undo(history);
    if (act === "redo") return redo(history);
    return typeof act === "string" ? history : change(history, act[0], act[1]);
  }, start);
}

const times = (count: number, act: (history: History) => History, start: History): History =>
  Array.from({ length: count }).reduce<History>((history) => act(history), start);

describe("writing and taking back", () => {
  it("J5 any sequence of changes, undone, is the document it began with; done again, the one it ended with", () => {
    fc.assert(
      fc.property(acts, (list) => {
        const start = beginHistory(begun());
        const before = JSON.stringify(start.now);
        const end = all(start, list);
        const back = times(end.past.length, undo, end);
        expect(back.now).toBe(start.now);
        expect(JSON.stringify(back.now)).toBe(before);
        expect(times(end.past.length, redo, back).now).toBe(end.now);
      }),
    );
  });

  it("J6 whatever is written is a journey, or what is missing is named with its place", () => {
    fc.assert(
      fc.property(acts, (list) => {
        const { now } = all(beginHistory(begun()), list);
        const { journey, problems } = checkDraft(now);
        expect(journey !== null).toBe(problems.every(({ severity }) => severity === "warning"));
        for (const { at } of problems)
          expect(at.step === null || now.steps.some(({ id }) => id === at.step)).toBe(true);
        if (!journey) return;
        const read = readJourney(fileText(now));
        expect(read).toEqual({ ok: true, journey: JSON.parse(JSON.stringify(toJourney(now))) });
      }),
    );
  });

  it("J7 letters typed into one field are one change; another field is another", () => {
    const type = (history: History, title: string, field = "title"): History =>
      change(history, { do: "journey", change: { title } }, field);
    const typed = ["W", "Wi", "Win"].reduce((history, title) => type(history, title), beginHistory(emptyDraft("a")));
    expect(typed.past).toHaveLength(1);
    expect(undo(typed).now.title).toBe("");
    expect(type(typed, "Won", "other").past).toHaveLength(2);
    const long = Array.from({ length: mostUndos + 5 }, (_, at) => at).reduce(
      (history, at) => change(history, { do: "journey", change: { title: String(at) } }),
      typed,
    );
    expect(long.past).toHaveLength(mostUndos);
  });

  it("J8 steps keep their ids whatever becomes of their words; what is added twice gets one of its own", () => {
    const renamed = applyEdit(begun(), { do: "step", id: "log-the-call", change: { title: "Write it down" } });
    expect(renamed.steps.map(({ id }) => id)).toEqual(["log-the-call", "agree-a-date", "send-the-quote"]);
    const twice = applyEdit(renamed, { do: "add", at: 1, steps: [{ id: "log-the-call", title: "Again" }] });
    expect(twice.steps.map(({ id }) => id)).toEqual([
      "log-the-call",
      "log-the-call-2",
      "agree-a-date",
      "send-the-quote",
    ]);
    const moved = applyEdit(twice, { do: "move", id: "send-the-quote", to: 0 });
    expect(moved.steps[0]?.id).toBe("send-the-quote");
    expect(applyEdit(moved, { do: "remove", id: "nobody" })).toBe(moved);
  });

  it("J8 the texts of a step go with it, and come back with it", () => {
    const texts = {
      de: { title: "Abschluss", steps: { "agree-a-date": { title: "Termin" }, "log-the-call": { title: "Anruf" } } },
    };
    const history = change(beginHistory({ ...begun(), texts }), { do: "remove", id: "agree-a-date" });
    expect(history.now.texts).toEqual({ de: { title: "Abschluss", steps: { "log-the-call": { title: "Anruf" } } } });
    expect(undo(history).now.texts).toBe(texts);
  });
});

describe("beginning", () => {
  it("J9 each line is a step, without its bullet; a long one is cut at a word and said whole in the heading", () => {
    const draft = draftFromLines(
      "Einen Abschluß gewinnen",
      "1. Log the call\n\n - Agree the next date with everybody\n記録する\n* Log the call",
    );
    expect(draft.id).toBe("einen-abschluss-gewinnen");
    expect(draft.steps).toEqual([
      { id: "log-the-call", title: "Log the call" },
      {
        id: "agree-the-next-date-with-everybody",
        title: "Agree the next date with",
        heading: "Agree the next date with everybody",
      },
      { id: "step-3", title: "記録する" },
      { id: "log-the-call-2", title: "Log the call" },
    ]);
    expect(checkDraft(draft).journey?.title).toBe("Einen Abschluß gewinnen");
  });

  it("J10 a file that is no journey is refused with a reason and its line, and nothing of it is taken", () => {
    const good = fileText(begun());
    expect(readJourney(good)).toMatchObject({ ok: true, journey: { id: "win-a-deal" } });
    expect(readJourney(`\uFEFF${good}`)).toMatchObject({ ok: true });
    const refused = (text: string) => {
      const read = readJourney(text);
      return read.ok ? "taken" : `${read.reason} ${read.detail}`.trim();
    };
    expect(refused("  \n")).toBe("empty");
    expect(refused(good.slice(0, 60))).toMatch(/^not_json \d+$/);
    expect(refused(good.replace('  "id"', '<<<<<<< HEAD\n  "id"'))).toBe("conflict 3");
    expect(refused(`{"steps":[], "note": "${"x".repeat(1_000_000)}"}`)).toMatch(/^too_large 97\d$/);
    expect(refused("[1, 2]")).toBe("no_journey");
    expect(refused('{"a": 1}')).toBe("no_journey");
    const twice = good.replace('"agree-a-date"', '"log-the-call"');
    expect(refused(twice)).toContain("a different id for every step");
  });

  it("J10 no text at all makes reading a file fail", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof readJourney(text).ok).toBe("boolean");
      }),
    );
  });
});
