// @vitest-environment happy-dom
import type { NewAnswer, SessionInfo, Answer as Told, VoicesReport } from "@waymark/schema";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer, Client } from "../api/client.ts";
import { loopSentence } from "./loop-sentence.ts";
import { VoicesPage } from "./VoicesPage.tsx";

const patient = { timeout: 20_000 };
const session = (role: SessionInfo["role"]): SessionInfo => ({
  ...{ role, project: { id: "p", title: "Halden Roe", timeZone: "UTC" }, journeys: [], roles: [] },
});
const hostile = "<img src=x onerror=alert(1)> & so on";
const cell: VoicesReport["cells"][number] = {
  ...{ id: "c1", journey: "win", step: "date", group: "rep", title: "Sales rep", roles: ["rep"], quarter: "2026-Q4" },
  ...{ from: "2026-W45", to: "2026-W47", count: 7, reasons: null, faced: null, simulated: false },
  ...{ released: "2026-11-23", again: false, ratings: [], replies: [] },
  evidence: { says: "reported", because: [], estimateFirst: false, ability: null },
  titles: { journey: "Win a deal", step: "Set the date" },
  texts: [hostile],
  answers: [],
};
const answer: Told = {
  ...{ id: "a1", journey: "win", step: "", from: "2026-W45", to: "2026-W47", text: "It is shorter." },
  ...{ verdict: "did", on: "2026-11-23" },
};
const brief: typeof cell = {
  ...cell,
  id: "c2",
  step: "",
  titles: { ...cell.titles, step: null },
  texts: [],
  answers: [answer],
};

const report: VoicesReport = {
  ...{ format: "waymark.voices/1", today: "2026-12-09", cells: [], statements: [] },
  loop: { reports: 2, medianDays: null, answeredBy14: null, helped: null },
};

const ok = <Value,>(value: Value): Answer<Value> => ({ ok: true, value });
let root: HTMLElement;
let asked: unknown[];

async function open(
  role: SessionInfo["role"],
  cells = [brief, cell],
  more: Partial<VoicesReport> = {},
): Promise<HTMLElement> {
  const client: Partial<Client> = {
    voices: async () => ok({ ...report, ...more, cells }),
    waitingTexts: async () => {
      asked.push("texts");
      return ok({ texts: [{ id: "t1", text: hostile }] });
    },
    judgeText: async (id, release) => {
      asked.push([id, release]);
      return ok(null);
    },
    state: async (given) => {
      asked.push(["state", given]);
      return ok(null);
    },
    answerVoice: async (id: string, given: NewAnswer) => {
      asked.push([id, given]);
      return ok(null);
    },
  };
  render(<VoicesPage client={client as Client} session={session(role)} onSignedOut={() => undefined} />, root);
  await vi.waitFor(() => expect(root.querySelector("h1")).not.toBeNull(), patient);
  return root;
}

const button = (text: string): HTMLButtonElement | undefined =>
  [...root.querySelectorAll("button")].find((each) => each.textContent?.startsWith(text));

beforeEach(() => {
  root = document.body.appendChild(document.createElement("div"));
  asked = [];
});
afterEach(() => {
  render(null, root);
  root.remove();
});

test("C290 the page says how many places are published and how many wait", async () => {
  const page = await open("csm");
  expect(page.querySelector("h1")?.textContent).toBe(
    "2 places have been reported as hard; 1 of them waits for an answer",
  );
  const places = [...page.querySelectorAll(".voice-row .strong")].map((each) => each.textContent);
  expect(places).toEqual(["Set the date", "The role brief"]);
  expect(page.textContent).toContain("“Set the date” is hard, say 7 people");
  render(null, root);
  expect((await open("csm", [])).querySelector("h1")?.textContent).toBe("Nothing is published yet");
});

test("C291 customer success releases words and answers a place", async () => {
  const page = await open("csm");
  button("Release")?.click();
  await vi.waitFor(() => expect(asked).toContainEqual(["t1", true]), patient);
  const text = page.querySelector("textarea");
  expect(button("Publish")?.disabled).toBe(true);
  if (text) text.value = "Ten fields go.";
  text?.dispatchEvent(new Event("input", { bubbles: true }));
  await vi.waitFor(() => expect(button("Publish")?.disabled).toBe(false), patient);
  button("Publish")?.click();
  await vi.waitFor(() => expect(asked.some((each) => Array.isArray(each) && each[0] === "c1")).toBe(true), patient);
  expect(asked.filter((each) => each !== "texts")).toEqual([
    ["t1", true],
    ["c1", { verdict: "will", text: "Ten fields go." }],
  ]);
});

test("C291 a manager reads, and is asked for nothing", async () => {
  const page = await open("manager");
  expect(page.querySelectorAll("form, .moderation")).toHaveLength(0);
  page.querySelectorAll<HTMLButtonElement>(".voice-row")[1]?.click();
  await vi.waitFor(() => expect(page.textContent).toContain("It is shorter."), patient);
  expect(asked).toEqual([]);
});

test("C292 markup in a report is text", async () => {
  const page = await open("csm");
  expect(page.querySelector("img")).toBeNull();
  expect(page.textContent).toContain(hostile);
});

test("D48 what waits stands first, the oldest first, with its age from the Monday of release; past day 14 it is said in words", async () => {
  const older = { ...cell, id: "c3", released: "2026-11-16", titles: { ...cell.titles, step: "Send the offer" } };
  const page = await open("csm", [cell, older, brief]);
  const rows = [...page.querySelectorAll(".voice-row")].map((row) => [
    row.querySelector(".strong")?.textContent,
    row.querySelector(".age > span:last-child")?.textContent ?? null,
  ]);
  // Read on 9 December.
  expect(rows).toEqual([
    ["Send the offer", "23 days open, past day 14"],
    ["Set the date", "16 days open, past day 14"],
    ["The role brief", null],
  ]);
  expect(page.querySelectorAll(".age-bar.late")).toHaveLength(2);
  expect(page.querySelector<HTMLElement>(".age-bar b")?.style.insetInlineStart).toBe("50%");
  render(null, root);
  const fresh = await open("csm", [{ ...cell, released: "2026-12-07" }]);
  expect(fresh.querySelector(".age")?.textContent).toBe("2 days open");
  expect(fresh.querySelector(".thread .row-apart")?.textContent).toContain("12 days left");
});

test("D49 whether an answer helped and what came back stand in the thread as far as they are published, and else that they wait", async () => {
  const rating = { id: "r1", voice: "c2", answer: "a1", week: "2026-W49" };
  const rated = {
    ...brief,
    ratings: [
      { ...rating, count: 10, helps: { yes: 5, no: 5 } },
      { ...rating, id: "r2", count: 6, helps: null },
    ],
    replies: [{ id: "p1", voice: "c2", week: "2026-W49", count: 5, texts: [hostile] }],
  };
  const page = await open("manager", [rated]);
  const text = page.querySelector(".thread")?.textContent ?? "";
  expect(text).toContain("16 reporters rated it.");
  expect(text).toContain("5 Yes");
  expect(text).toContain("5 No");
  expect(text).not.toContain("A little");
  expect(text).toContain("5 people answered back.");
  expect(text).toContain(hostile);
  render(null, root);
  expect((await open("manager", [brief])).textContent).toContain("Shown once five reporters have said so.");
});

test("D50 managers' statements stand beside the evidence, which says backed or reported and never a third word", async () => {
  const said = {
    ...{ id: "s1", journey: "win", step: "date", role: "rep", text: hostile, by: "M. Okafor", on: "2026-12-01" },
    ...{ informed: false, titles: { journey: "Win a deal", step: "Set the date", role: "Sales rep" } },
    evidence: cell.evidence,
  };
  const elsewhere = {
    ...said,
    id: "s2",
    step: "quote",
    text: "All is well.",
    titles: { ...said.titles, step: "Quote" },
  };
  const evidence = {
    ...{ says: "backed" as const, because: ["ability" as const], estimateFirst: false },
    ability: { value: 0.3, interval: [0.2, 0.45] as [number, number], n: 20 },
  };
  const page = await open("manager", [{ ...cell, evidence }], { statements: [said, elsewhere] });
  expect(page.querySelector(".thread .stated")?.textContent).toBe(
    `M. Okafor, 1 December 2026, before a report was shown${hostile}`,
  );
  expect(page.querySelector(".loose")?.textContent).toContain("All is well.");
  expect([...page.querySelectorAll(".says")].map((each) => each.textContent)).toEqual(["backed", "backed"]);
  expect(page.querySelector(".evidence .plot")?.getAttribute("aria-label")).toBe(
    "Ability: 30 in 100, 20 to 45, n 20 or more",
  );
  expect(page.textContent).not.toMatch(/refuted|unconfirmed|alleged|wrong/);
  button("State something")?.click();
  await vi.waitFor(() => expect(button("State it")).toBeDefined(), patient);
  const text = page.querySelector<HTMLTextAreaElement>(".thread textarea");
  if (text) text.value = "Easy once you know.";
  text?.dispatchEvent(new Event("input", { bubbles: true }));
  await vi.waitFor(() => expect(button("State it")?.disabled).toBe(false), patient);
  button("State it")?.click();
  const place = { journey: "win", step: "date", role: "rep" };
  await vi.waitFor(() => expect(asked).toContainEqual(["state", { ...place, text: "Easy once you know." }]), patient);
  render(null, root);
  expect((await open("owner", [cell])).querySelector(".thread .btn")).toBeNull();
});

test("D51 who faced it before and still does is told apart, and a place that is reported again says so", async () => {
  const page = await open("manager", [{ ...cell, faced: { before: 8, since: 5 }, again: true }]);
  expect(page.textContent).toContain("8 faced it before and still face it");
  expect(page.textContent).toContain("5 only since the roll-out");
  expect(page.textContent).toContain("Reported again");
});

test("D52 how fast answers come and whom they helped is one sentence, and says what it lacks", async () => {
  expect(loopSentence(report.loop)).toBe(
    "2 reports released. How fast and whether it helped can be said from five on.",
  );
  expect(
    loopSentence({
      reports: 23,
      medianDays: { value: 8, interval: [6, null] },
      answeredBy14: { value: 0.74, interval: [0.6, 0.9] },
      helped: { value: 0.5, interval: [0.3, 0.7], people: 20 },
    }),
  ).toBe(
    "23 reports released. Answered after 8 days in the middle (6 or more). 74 in 100 answered within 14 days (60 to 90). It helped 50 in 100 of 20 who rated (30 to 70).",
  );
});

test("D51 voices of simulated people are marked", async () => {
  const page = await open("manager", [{ ...cell, simulated: true }]);
  expect(page.querySelector(".thread header")?.textContent).toContain("Simulated");
  expect(page.querySelector(".title")?.textContent).toContain("made up");
});
