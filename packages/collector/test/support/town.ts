import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EnvelopeContent, TokenKeys, VoicesReport, VoiceThread } from "@waymark/schema";
import { afterAll, onTestFinished } from "vitest";
import { type CollectorOptions, createCollector, type ProjectKeys, type RoleNode } from "../../src/index.ts";
import { type Bench, benchOf, winADeal } from "./bench.ts";
import { type Clock, createClock } from "./clock.ts";
import { deviceOf, envelopeOf, post, receiptOf, reportOf } from "./device.ts";
import { team } from "./team.ts";

const tree = (heads = 20): RoleNode[] => [{ id: "sales-rep", title: "Sales rep", headcount: heads }];
const weeks = ["2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28", "2026-10-05", "2026-10-12"];

/** A project with its people in the first week, and what they do from the second on. */
export interface Town {
  bench: Bench;
  dataDir: string;
  keys: TokenKeys;
  tokens: Record<string, string>[];
  /** Goes to a day of a week (0: the first), Monday by default. */
  go(week: number, day?: number): void;
  /** Sends an envelope with a person's report. */
  send(person: number, text?: string, step?: string): Promise<Response>;
  empty(): Promise<Response>;
  /** Sends an envelope with what a person says of answers: by the receipt of their report. */
  say(
    person: number,
    said: { rate?: [answer: string, help: "yes" | "little" | "no"]; reply?: [answer: string, text: string] },
    step?: string,
  ): Promise<Response>;
  /** Five people of these report in the second week, and on the third Monday it is published. */
  five(words?: (person: number) => string, count?: number): Promise<VoiceThread>;
  /** Answers a cell; gives the answer's id. */
  answer(cell: string, verdict?: string): Promise<string>;
  /** Monday's batch. */
  close(): Promise<void>;
  report(): Promise<VoicesReport>;
  voices(): Promise<VoiceThread[]>;
  csm(method: string, path: string, body?: unknown): Promise<Response>;
}

interface Setting {
  heads?: number;
  /** How many people are given tokens in the first week. */
  issued?: number;
  /** How many people work on the step in the first week. */
  active?: number;
  steps?: readonly string[];
  options?: Partial<CollectorOptions>;
}

interface Prepared {
  dataDir: string;
  projectKeys: ProjectKeys;
  tokens: Record<string, string>[];
}

const prepared = new Map<string, Promise<Prepared>>();
const secret = "a-secret-of-these-tests-that-nobody-else-has";
const clockAt = (): Clock => createClock(`${weeks[0]}T09:00:00Z`);

/** The first week, once for all tests that begin alike: making keys costs a tenth of a second each. */
async function prepare({ heads = 20, issued = 10, active = 12, steps = ["log-call"] }: Setting): Promise<Prepared> {
  const dataDir = mkdtempSync(join(tmpdir(), "waymark-"));
  folders.push(dataDir);
  const clock = clockAt();
  const collector = await createCollector({ dataDir, now: clock.now, secret });
  const projectKeys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: tree(heads) });
  const bench = benchOf(collector, clock, projectKeys);
  await bench.publish({ ...winADeal, steps: winADeal.steps.slice(0, 2) });
  await team(bench, weeks[0] ?? "", active, [active, active]);
  const tokens: Record<string, string>[] = [];
  for (let person = 0; person < issued; person++)
    tokens.push(await (await deviceOf(bench, `u-${person}`)).issue(steps));
  await collector.close();
  return { dataDir, projectKeys, tokens };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Opens a town; the same first week is made once for all tests of a file that begin alike. */
export async function town({ options = {}, ...setting }: Setting = {}): Promise<Town> {
  const name = JSON.stringify(setting);
  const ready = prepared.get(name) ?? prepare(setting);
  prepared.set(name, ready);
  const { dataDir: from, projectKeys, tokens } = await ready;
  const dataDir = mkdtempSync(join(tmpdir(), "waymark-"));
  folders.push(dataDir);
  cpSync(from, dataDir, { recursive: true });
  const clock = clockAt();
  const collector = await createCollector({ dataDir, now: clock.now, secret, ...options });
  onTestFinished(() => collector.close());
  const bench = benchOf(collector, clock, projectKeys);
  const keys = (await deviceOf(bench, "u-0")).keys;
  const csm: Town["csm"] = async (method, path, body) => {
    const cookie = await bench.signIn("csm");
    return bench.call(method, path, { headers: { cookie }, ...(body === undefined ? {} : { body }) });
  };
  const report = async (): Promise<VoicesReport> => {
    const response = await csm("GET", "/v1/voices");
    if (response.status !== 200) throw new Error(await response.text());
    return (await response.json()) as VoicesReport;
  };
  const it: Town = {
    bench,
    dataDir,
    keys,
    tokens,
    go: (week, day = 0) =>
      bench.clock.set(new Date(Date.parse(`${weeks[week]}T09:00:00Z`) + day * 86_400_000).toISOString()),
    send: async (person, text = "", step = "log-call") =>
      post(bench, await envelopeOf(keys, [reportOf(tokens[person]?.[step] ?? "", text, step)])),
    empty: async () => post(bench, await envelopeOf(keys, [])),
    close: async () => {
      const response = await bench.call("POST", "/v1/blocks/freeze", { key: bench.keys.ownerKey, body: {} });
      if (response.status !== 200) throw new Error(await response.text());
    },
    say: async (person, { rate, reply }, step = "log-call") => {
      const receipt = receiptOf(tokens[person]?.[step] ?? "");
      const ratings: EnvelopeContent["ratings"] = rate ? [{ receipt, answer: rate[0], help: rate[1] }] : [];
      const replies: EnvelopeContent["replies"] = reply ? [{ receipt, answer: reply[0], text: reply[1] }] : [];
      return post(bench, await envelopeOf(keys, [], [], { ratings, replies }));
    },
    five: async (words = () => "", count = 5) => {
      it.go(1);
      for (let person = 0; person < count; person++) await it.send(person, words(person));
      it.go(2);
      await it.close();
      const [cell] = await it.voices();
      if (cell === undefined) throw new Error("nothing was published");
      return cell;
    },
    answer: async (cell, verdict = "will") => {
      const body = { verdict, text: "Ten of the sixteen fields go.", by: "Ines, customer success" };
      const response = await csm("POST", `/v1/voices/${cell}/answer`, body);
      if (response.status !== 201) throw new Error(await response.text());
      return ((await response.json()) as { id: string }).id;
    },
    report,
    voices: async () => (await report()).cells,
    csm,
  };
  return it;
}
