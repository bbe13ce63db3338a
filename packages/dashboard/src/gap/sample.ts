import type { Decision, Expectation, GapReport, GapRow, Plannable, SessionInfo } from "@waymark/schema";
import type { GapRead } from "./use-gap.ts";

/** A team's page, for tests: one journey of three steps for one role. */
export const journey: Plannable = {
  ...{ id: "win", title: "Win your first deal", version: 2, from: "2026-09-07" },
  steps: [
    { id: "log", title: "Log the contact", minutes: 3 },
    { id: "call", title: "Plan the call", minutes: null },
    { id: "offer", title: "Send the offer", minutes: 8 },
  ],
};

export const sessionOf = (role: SessionInfo["role"], name?: string): SessionInfo => ({
  role,
  ...(name === undefined ? {} : { name }),
  project: { id: "p", title: "Halden Roe", timeZone: "UTC" },
  journeys: [{ id: "win", title: "Win your first deal", version: 2, roles: ["rep"] }],
  roles: [{ id: "rep", title: "Sales rep", parent: null }],
});

export const rowOf = (step: string | null, more: Partial<GapRow> = {}): GapRow => ({
  ...{ journey: "win", version: 2, role: "rep", step, expected: 0.58, believed: 0.75, reported: 0.33 },
  ...{ measured: 0.3, interval: [0.27, 0.33], n: 20, verdict: "behind", barrier: "tries_and_fails" },
  ...{ forecast: { says: "date", on: "2027-05-10", interval: ["2027-04-05", null] }, reasons: [] },
  ...more,
});

export const expectationOf = (step: string, more: Partial<Expectation> = {}): Expectation => ({
  ...{ journey: "win", step, role: "rep", share: 0.8, by: "2027-03-31", from: "2026-09-07", milestones: [] },
  ...{ minutes: null, version: 1, author: "M. Okafor", at: "2026-09-08T09:00:00Z", decision: null, ...more },
});

export const decisionOf = (more: Partial<Decision> = {}): Decision => ({
  ...{
    id: "d",
    journey: "win",
    step: "offer",
    role: "rep",
    choice: { option: "coaching", hours: 2, on: "2027-01-18" },
  },
  ...{ note: "Templates for the five commonest cases.", at: "2027-01-18T09:00:00Z", author: "M. Okafor" },
  ...{ followUp: "2027-02-15", plan: { version: 2, versionNow: 2, expectations: [] } },
  before: [{ step: "offer", role: "rep", version: 2, expected: 0.58, measured: 0.2, interval: [0.15, 0.25], n: 20 }],
  after: [{ step: "offer", role: "rep", version: 2, expected: 0.58, measured: 0.3, interval: [0.27, 0.33], n: 20 }],
  ...more,
});

export const reportOf = (rows: GapRow[]): GapReport => ({
  ...{ simulated: false, blocks: [], nextAt: null, reason: null, courses: [], worst: [], rows },
});

export const readOf = (more: Partial<GapRead> = {}): GapRead => ({
  ...{ report: reportOf([]), expectations: [], journeys: [journey], estimates: [], decisions: [], ...more },
});
