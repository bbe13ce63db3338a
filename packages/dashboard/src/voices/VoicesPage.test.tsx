// @vitest-environment happy-dom
import type { SessionInfo, Answer as Told, VoicesReport } from "@waymark/schema";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer, Client, NewAnswer } from "../api/client.ts";
import { VoicesPage } from "./VoicesPage.tsx";

const patient = { timeout: 20_000 };
const session = (role: SessionInfo["role"]): SessionInfo => ({
  ...{ role, project: { id: "p", title: "Halden Roe", timeZone: "UTC" }, journeys: [], roles: [] },
});
const hostile = "<img src=x onerror=alert(1)> & so on";
const cell: VoicesReport["cells"][number] = {
  ...{ id: "c1", journey: "win", step: "date", group: "rep", title: "Sales rep", roles: ["rep"], quarter: "2026-Q4" },
  ...{ from: "2026-W45", to: "2026-W47", count: 7, reasons: null },
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

const ok = <Value,>(value: Value): Answer<Value> => ({ ok: true, value });
let root: HTMLElement;
let asked: unknown[];

async function open(role: SessionInfo["role"], cells = [brief, cell]): Promise<HTMLElement> {
  const client: Partial<Client> = {
    voices: async () => ok({ format: "waymark.voices/1", cells }),
    waitingTexts: async () => {
      asked.push("texts");
      return ok({ texts: [{ id: "t1", text: hostile }] });
    },
    judgeText: async (id, release) => {
      asked.push([id, release]);
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
  const places = [...page.querySelectorAll(".voice h2")].map((each) => each.textContent);
  expect(places).toEqual(["Set the date", "The role brief"]);
  expect(page.textContent).toContain("7 people said this is hard");
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
  expect(page.textContent).toContain("It is shorter.");
  expect(asked).toEqual([]);
});

test("C292 markup in a report is text", async () => {
  const page = await open("csm");
  expect(page.querySelector("img")).toBeNull();
  expect(page.textContent).toContain(hostile);
});
