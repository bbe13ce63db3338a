// @vitest-environment happy-dom
import type { ExperimentRow, ExperimentsReport, SessionInfo } from "@waymark/schema";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer, Client } from "../api/client.ts";
import { languages, speak } from "../words.ts";
import { ExperimentsPage } from "./ExperimentsPage.tsx";
import { speakExperiments, experimentWords as words } from "./words.ts";

const rowOf = (over: Partial<ExperimentRow> = {}): ExperimentRow => ({
  ...{ journey: "win-a-deal", title: "Win a <b>deal</b>", version: 2, holdout: 0.2, event: "deal.won", weeks: 4 },
  shown: { value: 0.65, interval: [0.5, 0.79], people: 150 },
  held: { value: 0.29, interval: [0.08, 0.59], people: 30 },
  ...{ effect: 0.36, interval: [0.02, 0.62], detectable: 0.41, says: "helps", simulated: false, reason: null },
  ...over,
});
const nothing = { value: null, interval: null, people: null };
const withheld = { shown: nothing, held: nothing, effect: null, interval: null, detectable: null, says: null };
const tooFew: Partial<ExperimentRow> = { ...withheld, reason: "too_few" };
const reportOf = (experiments: ExperimentRow[], over: Partial<ExperimentsReport> = {}): ExperimentsReport => ({
  format: "waymark.experiments/1",
  block: { from: "2026-09-07", to: "2026-10-05", frozenAt: "2026-10-08T00:00:00Z" },
  ...{ reason: null, experiments },
  ...over,
});

let root: HTMLElement;

async function show(answer: Answer<ExperimentsReport>): Promise<void> {
  const client = { experiments: async () => answer, exportUrl: (table: string) => `/v1/export/${table}` };
  const given = { client: client as unknown as Client, session: {} as SessionInfo, onSignedOut: () => undefined };
  render(<ExperimentsPage {...given} />, root);
  await vi.waitFor(() => expect(root.querySelector("h1")).not.toBeNull(), { timeout: 20_000 });
}
const ok = (report: ExperimentsReport): Answer<ExperimentsReport> => ({ ok: true, value: report });
const title = (): string | null | undefined => root.querySelector("h1")?.textContent;

beforeEach(() => {
  root = document.body.appendChild(document.createElement("div"));
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await speak("en");
  await speakExperiments("en-GB");
});

test("D80 says what each journey does, in words, numbers and a drawing, and has its table as CSV", async () => {
  await show(
    ok(reportOf([rowOf(), rowOf({ journey: "b", says: "not_shown", effect: -0.04, interval: [-0.2, 0.13] })])),
  );
  expect(title()).toBe("1 journey helps, 1 shows no difference so far");
  expect(root.textContent).toContain(
    "It helps: 36 points more people of 100 reach it, and at least 2 (interval 2 to 62)",
  );
  expect(root.textContent).toContain(
    "No difference is shown so far: -4 points, but anything from -20 to 13 is possible",
  );
  expect(root.textContent).toContain("would show a difference from 41 points on");
  const cells = [...root.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));
  expect(cells.slice(0, 3)).toEqual([
    ["Shown the journey", "65", "50 to 79", "150 or more"],
    ["Shown nothing", "29", "8 to 59", "30 or more"],
    ["Difference", "36", "2 to 62", ""],
  ]);
  expect(root.querySelector("a.csv")?.getAttribute("href")).toBe("/v1/export/experiments");
  // A title is shown as it was written.
  expect(root.querySelector("h2")?.firstChild?.textContent).toBe("Win a <b>deal</b>");
});

test("D81 what is missing says why, and draws nothing", async () => {
  await show(ok(reportOf([rowOf(tooFew), rowOf({ journey: "b", ...withheld, reason: "uneven" })])));
  expect(title()).toBe("Too few people to say anything");
  expect(root.textContent).toContain("It is shown once five people of each kind reached the value and five did not.");
  expect(root.textContent).toContain("something else than the lot parted them");
  expect(root.querySelectorAll("svg, table")).toHaveLength(0);
  const faces: [Partial<ExperimentsReport>, string][] = [
    [{ reason: "not_yet", block: null }, "Too early to say: no block of weeks has closed"],
    [{ reason: "part_only" }, "Experiments are of the whole project"],
    [{ reason: "unverified" }, "People in this project are not signed in to Waymark"],
    [{}, "No journey is kept from anybody"],
  ];
  for (const [over, says] of faces) {
    render(null, root);
    await show(ok(reportOf([], over)));
    expect(title()).toBe(says);
    expect(root.querySelector("a.csv")).toBeNull();
  }
  expect(root.textContent).toContain('"holdout": 0.1');
});

test("D82 every language has the page's words, and its own", async () => {
  const titles = new Set<string>();
  for (const language of Object.keys(languages)) {
    await speakExperiments(language);
    titles.add(words.finding.none);
    expect(words.says.helps(36, 2, 62).length).toBeGreaterThan(10);
  }
  expect(titles.size).toBe(6);
});
