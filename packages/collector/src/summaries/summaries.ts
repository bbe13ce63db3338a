import type { Summary } from "@waymark/schema";
import { hasAct, recordAct } from "../control/audit.ts";
import { listProjects, type Project } from "../control/projects.ts";
import { frozenView } from "../insights/read-pictures.ts";
import { readSummary } from "../insights/summary.ts";
import type { World } from "../world.ts";
import { checkWebhook, deliver, isFinal, type Webhook, writeWhole } from "./deliver.ts";

/** Where a summary goes once a block has closed. */
export interface SummaryOptions {
  /** A folder: `<project>-<the Monday after the block>.json` is written there. */
  folder?: string | undefined;
  webhook?: Webhook | undefined;
}

/** Sends what is due. */
export interface Summaries {
  /** One summary for each project whose latest block was not sent yet; gives how many went out. Never fails: what went wrong is logged. */
  sendDue(): Promise<number>;
  /** Waits for what is under way. */
  idle(): Promise<unknown>;
}

/** A block that closed longer ago is no news: a project that has ended is not told of again. */
const newsMs = 28 * 86_400_000;

/** @throws CollectorError `config_invalid` where the address may not be used or the secret is too short. */
export function checkSummary({ webhook }: SummaryOptions): void {
  checkWebhook(webhook, "The summary's");
}

/**
 * Makes what sends summaries. A summary is what `GET /v1/summary` gives an owner, byte for byte: never more than the
 * snapshot holds, and never before it is frozen.
 *
 * @param signal - Aborts when the collector closes: attempts end then, and the next start goes on.
 */
export function createSummaries(world: World, given: SummaryOptions, signal: AbortSignal): Summaries {
  const { folder, webhook } = given;
  const { now } = world;
  let running: Promise<number> = Promise.resolve(0);

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
      if (isFinal(error)) await record("summary.refused");
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
      folder === undefined ? 0 : once(project, "file", summary, () => writeWhole(folder, `${name}.json`, body)),
      webhook === undefined
        ? 0
        : once(project, "webhook", summary, () => deliver(webhook, { id: `summary_${name}`, body }, { now, signal })),
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
