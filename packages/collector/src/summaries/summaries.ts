import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Summary } from "@waymark/schema";
import { hasAct, recordAct } from "../control/audit.ts";
import { listProjects, type Project } from "../control/projects.ts";
import { CollectorError } from "../errors.ts";
import { frozenView } from "../insights/read-pictures.ts";
import { readSummary } from "../insights/summary.ts";
import type { World } from "../world.ts";
import { post } from "./post.ts";
import { addressProblem, PrivateAddressError } from "./public-address.ts";
import { signedHeaders } from "./sign.ts";

/** Where a summary goes once a block has closed. */
export interface SummaryOptions {
  /** A folder: `<project>-<the Monday after the block>.json` is written there. */
  folder?: string | undefined;
  webhook?:
    | {
        /** https. */
        url: string;
        /** What it is signed with: `whsec_` and base64, 24 bytes or more. */
        secret: string;
        /** Whether private networks, loopback and plain http are allowed. Default `false`. */
        allowPrivate?: boolean | undefined;
        /** Milliseconds between attempts. Default: 5 s, then 1, 5, 10 and 30 minutes. */
        pauses?: readonly number[] | undefined;
      }
    | undefined;
}

/** Sends what is due. */
export interface Summaries {
  /** One summary for each project whose latest block was not sent yet; gives how many went out. Never fails: what went wrong is logged. */
  sendDue(): Promise<number>;
  /** Waits for what is under way. */
  idle(): Promise<unknown>;
}

const usualPauses: readonly number[] = [5_000, 60_000, 300_000, 600_000, 1_800_000];
/** A block that closed longer ago is no news: a project that has ended is not told of again. */
const newsMs = 28 * 86_400_000;

/** Answers that another attempt may change. */
const passing = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429;

class Refused extends Error {}

/** @throws CollectorError `config_invalid` where the address may not be used or the secret is too short. */
export function checkSummary({ webhook }: SummaryOptions): void {
  if (webhook === undefined) return;
  const problem = addressProblem(webhook.url, webhook.allowPrivate ?? false);
  if (problem !== null) throw new CollectorError("config_invalid", { message: `The summary's address ${problem}` });
  const bytes = webhook.secret.startsWith("whsec_")
    ? Buffer.from(webhook.secret.slice(6), "base64").length
    : webhook.secret.length;
  if (bytes < 24)
    throw new CollectorError("config_invalid", { message: "The summary's secret is too short: use 24 bytes or more." });
}

/**
 * Makes what sends summaries. A summary is what `GET /v1/summary` gives an owner, byte for byte: never more than the
 * snapshot holds, and never before it is frozen.
 *
 * @param signal - Aborts when the collector closes: attempts end then, and the next start goes on.
 */
export function createSummaries(world: World, given: SummaryOptions, signal: AbortSignal): Summaries {
  const { folder, webhook } = given;
  let running: Promise<number> = Promise.resolve(0);

  async function write(dir: string, name: string, body: string): Promise<void> {
    await mkdir(dir, { recursive: true });
    // Whoever watches the folder never sees half a file.
    const path = join(dir, `${name}.json`);
    await writeFile(`${path}.part`, body, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }

  async function attempt(id: string, body: string): Promise<void> {
    if (webhook === undefined) return;
    const headers = signedHeaders(webhook.secret, id, Math.floor(world.now() / 1000), body);
    const status = await post(webhook.url, body, headers, { allowPrivate: webhook.allowPrivate ?? false, signal });
    if (status >= 200 && status < 300) return;
    if (passing(status)) throw new Error(`the receiver answered ${status}`);
    throw new Refused(`the receiver answered ${status}`);
  }

  /** Every attempt has the same id, and a time and a signature of its own. */
  async function deliver(id: string, body: string): Promise<void> {
    const pauses = webhook?.pauses ?? usualPauses;
    for (let count = 0; ; count += 1)
      try {
        return await attempt(id, body);
      } catch (error) {
        const wait = pauses[count];
        if (error instanceof Refused || error instanceof PrivateAddressError || wait === undefined || signal.aborted)
          throw error;
        await pause(wait, undefined, { signal, ref: false });
      }
  }

  async function once(project: Project, way: "file" | "webhook", summary: Summary, work: () => Promise<void>) {
    const detail = `${way} ${summary.block?.to}`;
    const known = (act: string): Promise<boolean> => hasAct(world.control, project.id, act, detail);
    if ((await known("summary.sent")) || (await known("summary.refused"))) return 0;
    const record = (act: string): Promise<void> =>
      recordAct(world.control, { project: project.id, who: "collector", act, detail, at: world.now() });
    try {
      await work();
      await record("summary.sent");
      return 1;
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof Refused || error instanceof PrivateAddressError) await record("summary.refused");
      if (!signal.aborted) world.logger.error("a summary was not sent", { project: project.id, way, cause: message });
      return 0;
    }
  }

  async function sendOf(project: Project): Promise<number> {
    const view = await frozenView(world, { project, scope: null });
    const summary = await readSummary(world, view);
    if (summary.block === null || world.now() - Date.parse(summary.block.frozenAt) > newsMs) return 0;
    const name = `${project.id}-${summary.block.to}`;
    const body = JSON.stringify(summary);
    const sent = await Promise.all([
      folder === undefined ? 0 : once(project, "file", summary, () => write(folder, name, body)),
      webhook === undefined ? 0 : once(project, "webhook", summary, () => deliver(`summary_${name}`, body)),
    ]);
    return sent.reduce<number>((sum, count) => sum + count, 0);
  }

  async function sendAll(): Promise<number> {
    if (folder === undefined && webhook === undefined) return 0;
    const sent = await Promise.all((await listProjects(world.control)).map(sendOf));
    return sent.reduce((sum, count) => sum + count, 0);
  }

  return {
    sendDue() {
      // One at a time: what is under way is not begun again by the next hour.
      running = running.then(sendAll).catch((error: unknown) => {
        world.logger.error("summaries failed", { cause: String(error) });
        return 0;
      });
      return running;
    },
    idle: () => running,
  };
}
