// @vitest-environment happy-dom
import type { Figure, FigurePlace, FigureReport, StayingFigures, TrustFigures, UptakeFigures } from "@waymark/schema";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../api/client.ts";
import { signed, stayingFinding, trustFinding, uptakeFinding } from "./finding.ts";
import { often } from "./often.ts";
import { StayingBody } from "./StayingBody.tsx";
import { TrustBody } from "./TrustBody.tsx";
import { UptakeBody } from "./UptakeBody.tsx";
import { figureWords, speakFigures } from "./words.ts";

const figure = (value: number | null, over: Partial<Figure> = {}): Figure => ({
  ...{ value, interval: value === null ? null : [value - 0.1, value + 0.1], n: value === null ? null : 20 },
  ...{ why: value === null ? "too_few" : null, ...over },
});
const none = figure(null);
const place = (title: string): FigurePlace => ({
  ...{ journey: { id: title, title }, version: null, role: { id: "rep", title: "Sales rep" }, block: null, steps: [] },
});
const report = <Found,>(...rows: FigureReport<Found>["rows"]): FigureReport<Found> => ({
  ...{ simulated: false, block: null, blocks: [], nextAt: null, reason: null, rows },
});

const staying = (difference: Figure, says: StayingFigures["says"]): StayingFigures => ({
  ...{ event: "deal.won", reached: figure(0.7), notReached: figure(0.3), difference, says },
});
const uptake = (over: Partial<UptakeFigures> = {}): UptakeFigures => ({
  ...{ core: [{ event: "call.logged", every: "P1W" }], score: figure(62, { interval: [55, 70] }) },
  ...{
    reach: figure(0.8),
    depth: figure(0.5),
    regularity: figure(0.3),
    alone: figure(0.9),
    ease: figure(0.95),
    ...over,
  },
});
const trust = (mean: Figure, distrust: Figure): TrustFigures => ({ mean, distrust });

let box: HTMLElement | undefined;
afterEach(() => {
  if (box) render(null, box);
  box?.remove();
});

async function drawn(body: Parameters<typeof render>[0]): Promise<string> {
  box = document.body.appendChild(document.createElement("main"));
  await act(async () => render(body, box as HTMLElement));
  return (box.textContent ?? "").replace(/\s+/g, " ");
}

test("D84 staying says whether it goes together with the value, never more; a difference has its sign and a scale around nought", async () => {
  const together = { ...place("Win"), found: staying(figure(0.4), "goes_together") };
  const unclear = { ...place("Ask"), found: staying(figure(-0.05), "not_shown") };
  expect(stayingFinding(report<StayingFigures>(unclear, together))).toBe(
    "Who reached the value of “Win” stays more often: +40 points",
  );
  expect(stayingFinding(report<StayingFigures>(unclear))).toContain("Nothing shows yet");
  expect(stayingFinding(report<StayingFigures>({ ...place("Win"), found: staying(none, null) }))).toContain("Too few");
  expect([0.4, -0.05, 0].map(signed)).toEqual(["+40", "−5", "0"]);
  const text = await drawn(<StayingBody rows={[together, { ...place("Ask"), found: null }]} before={[unclear]} />);
  expect(text).toContain("the host told “deal.won”");
  expect(text).toContain("+40 points");
  expect(text).toContain("no proof");
  expect(text).toContain("Nothing of this place can be shown yet.");
  // The dot of +40 stands at 1.4 of 2.
  const dots = [...(box?.querySelectorAll("circle.dot") ?? [])].map((dot) => Number(dot.getAttribute("cx")));
  expect(dots.at(-1)).toBeGreaterThan(Number(box?.querySelector("svg.plot")?.getAttribute("width")) / 2);
});

test("D85 uptake shows the score with its parts and names what holds a journey back, but ranks no group", async () => {
  const whole = { ...place("Win"), found: uptake() };
  expect(uptakeFinding(report<UptakeFigures>(whole))).toBe(
    "What holds “Win” back most is “Periods with a core action”: 30 in 100",
  );
  const hidden = { ...place("Ask"), found: uptake({ depth: none }) };
  expect(uptakeFinding(report<UptakeFigures>(hidden))).toContain("Too few");
  const nearly = uptake({
    reach: figure(null, { why: "nearly_all" }),
    score: figure(null, { why: "part_missing", interval: [50, 80] }),
  });
  expect(uptakeFinding(report<UptakeFigures>({ ...place("Go"), found: nearly }))).toContain("“Go”");
  const rows = [whole, { ...place("Go"), found: nearly }, { ...place("Old"), found: null }];
  const text = await drawn(<UptakeBody rows={rows} before={null} />);
  for (const said of [
    "62 of 100",
    "call.logged, 1 week",
    "A part has no exact number",
    "names no core action",
    "not ranked",
  ])
    expect(text).toContain(said);
  expect(["P1W", "P2D", "P1M", "PT4H"].map(often)).toEqual(["1 week", "2 days", "1 month", "PT4H"]);
});

test("D86 trust says who dares, of which weeks that is, and what became of reports", async () => {
  const rep = { ...place("Win"), journey: null, found: trust(figure(4.9), figure(0.3)) };
  expect(trustFinding(report<TrustFigures>(rep))).toBe(
    "Sales rep: 30 in 100 do not trust that a report does them no harm",
  );
  expect(trustFinding(report<TrustFigures>({ ...rep, found: trust(figure(6.5), none) }))).toContain(
    "stands at 6.5 of 7",
  );
  expect(trustFinding(report<TrustFigures>({ ...rep, found: trust(none, none) }))).toContain("Too few");
  const loop = {
    reports: 3,
    medianDays: null,
    answeredBy14: null,
    helped: { value: 0.55, interval: [0.29, 0.78], people: 11 },
  };
  const client = { voices: async () => ({ ok: true, value: { loop } }) } as unknown as Client;
  const block = { from: "2026-09-07", to: "2026-11-02", frozenAt: "2026-11-05T00:00:00Z" };
  const text = await drawn(<TrustBody rows={[{ ...rep, block }]} before={null} client={client} />);
  for (const said of ["4.9 of 7", "30 in 100", "7 September"]) expect(text).toContain(said);
  await vi.waitFor(() => expect(box?.textContent).toContain("It helped 55 in 100 of 11 who rated"));
});

test("D87 the three pages have all their words in six languages", async () => {
  const seen = new Set<string>();
  for (const locale of ["en", "de", "fr", "es", "ja", "ar"]) {
    await speakFigures(locale);
    const { sentences, staying, uptake, trust, missing } = figureWords;
    const words = [
      ...[sentences.staying, sentences.uptake, sentences.trust, missing.part_missing, staying.none, staying.byWay],
      ...[staying.says.goes_together, staying.byEvent("e"), uptake.noCore, uptake.finding("j", "p", 3), trust.item],
      ...[trust.distrusts("r", 3), trust.loop],
    ];
    for (const word of words) {
      expect(word.length).toBeGreaterThan(2);
      expect(seen.has(word)).toBe(false);
      seen.add(word);
    }
  }
  await speakFigures("en");
});
