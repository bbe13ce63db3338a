import { parseJourney } from "@waymark/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDeed, addEvent, addMove, mostDeeds } from "../src/recorder/add-deed.ts";
import { openPath, pagePattern } from "../src/recorder/bind-record.ts";
import type { Deed } from "../src/recorder/deed.ts";
import { proposeSteps, takeApart } from "../src/recorder/propose-steps.ts";

const naming = {
  open: (name: string) => `Open ${name}`,
  fill: (name: string) => `Fill in ${name}`,
  say: (name: string) => `Click “${name}”.`,
};
const deed = (name: string, more: Partial<Deed> = {}): Deed => ({
  kind: "click",
  page: "/deals/17/show",
  target: { role: "button", name },
  confidence: 0.95,
  runnerUp: 0,
  breaks: [],
  name,
  events: [],
  ...more,
});
const field = (name: string, form = "call"): Deed =>
  deed(name, { kind: "input", form, target: { role: "textbox", name } });
const told = (name: string, props = {}) => [{ name, props }];

const call = [
  deed("Deals", { page: "/", to: "/deals", target: { role: "link", name: "Deals" } }),
  deed("Store pilot", { page: "/deals", to: "/deals/17/show", target: { role: "link", name: "Store pilot" } }),
  deed("Log call"),
  field("What was said"),
  field("Outcome"),
  deed("Save call", { form: "call", events: told("call.logged", { dealId: "17" }) }),
];

describe("what was shown becomes steps", () => {
  it("J16 all that leads to one event of the host is one step: what opens the form, its fields, what sends it", () => {
    const { steps } = proposeSteps(call, naming);
    expect(steps.map(({ step }) => step.title)).toEqual(["Open Deals", "Log call"]);
    expect(steps[1]?.step.do).toMatchObject({
      target: { role: "button", name: "Log call" },
      focus: [
        { role: "textbox", name: "What was said" },
        { role: "textbox", name: "Outcome" },
      ],
    });
    expect(steps[1]?.deeds).toHaveLength(5);
  });

  it("J16 a step can be taken apart: each click, input and page is one of its own", () => {
    const { steps, binding } = proposeSteps(call, naming);
    const parts = steps[1] ? takeApart(steps[1], binding, naming) : [];
    expect(parts.map(({ step }) => step.title)).toEqual([
      "Open Store pilot",
      "Log call",
      "Fill in What was said",
      "Fill in Outcome",
      "Save call",
    ]);
  });

  it("J32 fields that stand in no form belong to the button that is pressed after them, and to no link", () => {
    const loose = (name: string): Deed => ({ ...field(name), form: undefined });
    const titles = (...deeds: Deed[]) => proposeSteps(deeds, naming).steps.map(({ step }) => step.title);
    expect(titles(deed("Try it out"), loose("status"), loose("customer"), deed("Execute"), deed("Clear"))).toEqual([
      "Try it out",
      "Execute",
      "Clear",
    ]);
    const link = deed("Home", { target: { role: "link", name: "Home" }, to: "/" });
    expect(titles(loose("status"), link)).toEqual(["Fill in status", "Open Home"]);
    const { steps } = proposeSteps([loose("status"), deed("Execute")], naming);
    expect(steps[0]?.step.do?.focus).toEqual([{ role: "textbox", name: "status" }]);
  });

  it("J34 what cannot be found again is pointed at only where there is nothing else, and completes no step by a click", () => {
    const cell = deed("cell", { confidence: 0, target: { css: "div:nth-of-type(3)" } });
    const stepOf = (...deeds: Deed[]) => proposeSteps(deeds, naming).steps.at(-1)?.step;
    const save = deed("Save");
    expect(
      stepOf({ ...cell, form: "visit" }, field("Subject", "visit"), { ...save, form: "visit" })?.do?.target,
    ).toEqual(save.target);
    expect(stepOf(cell)).toMatchObject({ do: { target: cell.target } });
    expect(stepOf(cell)?.done).toBeUndefined();
    const month = deed("Month", { page: "/week", to: "/month" });
    expect(stepOf(month, { ...cell, page: "/month" })).toMatchObject({
      do: { target: month.target },
      done: { page: "/month" },
    });
  });

  it("J15 it is done by the host's own event, else by the page, the field, the form, and by a click at last", () => {
    const doneOf = (...deeds: Deed[]) => proposeSteps(deeds, naming).steps.at(-1)?.step.done;
    expect(doneOf(deed("Save", { events: [...told("call.logged"), ...told("page.viewed")] }))).toEqual({
      event: "call.logged",
    });
    expect(doneOf(deed("Save", { events: told("page.viewed") }))).toEqual({ event: "page.viewed" });
    expect(doneOf(deed("Deals", { page: "/", to: "/deals/3f2504e0-4f89-41d3-9a0c-0305e82c3301" }))).toEqual({
      page: "/deals/:id",
    });
    expect(doneOf(field("Notes"))).toEqual({ input: { role: "textbox", name: "Notes" } });
    expect(doneOf(field("Notes"), field("Next"))).toEqual({
      all: [{ input: { role: "textbox", name: "Notes" } }, { input: { role: "textbox", name: "Next" } }],
    });
    expect(doneOf(field("Notes"), deed("f", { kind: "submit", form: "call", target: { id: "f" } }))).toEqual({
      submit: { id: "f" },
    });
    expect(doneOf(deed("Star"))).toEqual({ click: { role: "button", name: "Star" } });
  });

  it("J17 a record whose id stands in the address and in the event is left open in both", () => {
    const { steps, binding } = proposeSteps(call, naming);
    expect(binding).toEqual({ subject: "deal", prop: "dealId", id: "17", page: "/deals/:id/show" });
    expect(steps[1]?.step).toMatchObject({
      do: { open: "/deals/{deal.id}/show" },
      done: { event: "call.logged", where: { dealId: "{deal.id}" } },
    });
    const twoKinds = [...call, deed("Close", { page: "/tickets/9", events: told("ticket.closed", { ticketId: "9" }) })];
    expect(proposeSteps(twoKinds, naming).binding).toBeNull();
  });

  it("J17 a step never opens a record that was only there for the recording", () => {
    expect(openPath("/deals/17/show", null)).toBeUndefined();
    expect(openPath("/deals/create", null)).toBe("/deals/create");
    expect(pagePattern("/a/17/b")).toBe("/a/:id/b");
  });

  it("J18 the same click twice is one deed, what the app tells belongs to what was done last, and a page to what led there", () => {
    const once = addDeed([], deed("Save"));
    expect(addDeed(once, deed("Save"))).toBe(once);
    expect(addEvent([], { name: "page.viewed", props: {} })).toEqual([]);
    const answered = addEvent(once, { name: "saved", props: { id: 1 } });
    expect(addDeed(answered, deed("Save"))).toHaveLength(2);
    expect(addMove(answered, "/deals/17/show", "/deals")[0]).toMatchObject({
      to: "/deals",
      events: [{ name: "saved" }],
    });
    expect(addMove([], "/", "/deals")).toMatchObject([{ kind: "page", page: "/", to: "/deals" }]);
    const many = Array.from({ length: mostDeeds + 20 }, (_, at) => deed(`b${at}`));
    expect(many.reduce<readonly Deed[]>(addDeed, [])).toHaveLength(mostDeeds);
  });

  it("J19 whatever was recorded, its steps are steps of a journey, with ids and stations that fit", () => {
    const names = fc.oneof(
      fc.constantFrom("", "Save", "保存", "x".repeat(70), "Save & close — now!"),
      fc.string({ maxLength: 40 }),
    );
    const deeds = fc.array(
      fc.record({
        kind: fc.constantFrom("click" as const, "input" as const, "submit" as const, "page" as const),
        name: names,
        to: fc.constantFrom(undefined, "/deals", "/deals/17"),
        form: fc.constantFrom(undefined, "a", "b"),
        events: fc.constantFrom([], told("a.done"), told("b.done", { dealId: "17" })),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(deeds, (list) => {
        const { steps } = proposeSteps(
          list.map(({ name, ...more }) => ({ ...deed(name || "none"), ...more, name })),
          naming,
        );
        const named = steps.slice(0, 7).map(({ step }) => step);
        const parsed = parseJourney({ format: "waymark.journey/1", id: "a", title: "A", steps: named });
        expect(parsed.ok ? [] : parsed.problems).toEqual([]);
        for (const { title } of named) expect(title.length).toBeLessThanOrEqual(24);
        expect(steps.reduce((sum, { deeds: own }) => sum + own.length, 0)).toBe(list.length);
      }),
    );
  });
});
