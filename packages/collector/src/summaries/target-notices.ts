import type { LostTarget } from "@waymark/schema";
import { hasAct, recordAct } from "../control/audit.ts";
import { listProjects, type Project } from "../control/projects.ts";
import { CollectorError } from "../errors.ts";
import { shortHash } from "../events/stored-event.ts";
import { targetReport } from "../insights/lost-targets.ts";
import type { World } from "../world.ts";
import { checkWebhook, deliver, isFinal, type Webhook, writeWhole } from "./deliver.ts";
import { targetMail } from "./target-mail.ts";

/** Where it is told that pages do not find a target any more. */
export interface TargetNoticeOptions {
  webhook?: Webhook | undefined;
  /** E-mails as files: a mail server picks them up from its folder, or a script pipes them into `sendmail -t`. */
  mail?: { folder: string; to: string } | undefined;
}

/** Tells authors of broken targets. */
export interface TargetNotices {
  /** One notice a project and way, of what was not told yet; gives how many went out. Never fails: what went wrong is logged. */
  sendDue(): Promise<number>;
  /** Waits for what is under way. */
  idle(): Promise<unknown>;
}

/** Whether this is one address, and nothing that could begin another header. */
export const isMailAddress = (text: string): boolean =>
  /^[\x21-\x7e]+@[\x21-\x7e]+$/.test(text) && !/[<>",;]/.test(text);

/** @throws CollectorError `config_invalid` where a webhook or an address may not be used. */
export function checkTargetNotices({ webhook, mail }: TargetNoticeOptions): void {
  checkWebhook(webhook, "The lost targets'");
  if (mail !== undefined && !isMailAddress(mail.to))
    throw new CollectorError("config_invalid", { message: `${mail.to} is no e-mail address: write ana@example.com.` });
}

/** The same loss is told once; one that was mended and came back has another first day. */
const nameOf = (way: string, { journey, version, step, firstBad }: LostTarget): string =>
  `${way} ${journey.id}@${version} ${step.id} ${firstBad}`;

/**
 * Makes what tells of lost targets: each that was lost and not found again on any page since. One that some people find is on
 * the dashboard only. No person, role or count goes out: what goes out is what the page of targets shows.
 *
 * @param signal - Aborts when the collector closes: attempts end then, and the next start goes on.
 */
export function createTargetNotices(world: World, given: TargetNoticeOptions, signal: AbortSignal): TargetNotices {
  const { webhook, mail } = given;
  const { now } = world;
  let running: Promise<number> = Promise.resolve(0);

  async function untold(project: Project, way: string, lost: readonly LostTarget[]): Promise<LostTarget[]> {
    const known = async (each: LostTarget): Promise<boolean> => {
      const detail = nameOf(way, each);
      const told = (act: string): Promise<boolean> => hasAct(world.control, project.id, act, detail);
      return (await told("target.told")) || told("target.refused");
    };
    const all = await Promise.all(lost.map(async (each) => ((await known(each)) ? [] : [each])));
    return all.flat();
  }

  async function tell(
    project: Project,
    way: "mail" | "webhook",
    lost: readonly LostTarget[],
    work: (fresh: readonly LostTarget[], id: string) => Promise<void>,
  ): Promise<number> {
    const fresh = await untold(project, way, lost);
    if (fresh.length === 0) return 0;
    const names = fresh.map((each) => nameOf(way, each));
    const record = async (act: string): Promise<void> => {
      for (const detail of names)
        await recordAct(world.control, { project: project.id, who: "collector", act, detail, at: now() });
    };
    try {
      await work(fresh, `targets_${project.id}_${shortHash(names.join("\n"))}`);
      await record("target.told");
      return 1;
    } catch (error) {
      if (isFinal(error)) await record("target.refused");
      const facts = { project: project.id, way, cause: (error as Error).message };
      if (!signal.aborted) world.logger.error("a notice of lost targets was not sent", facts);
      return 0;
    }
  }

  async function sendOf(project: Project): Promise<number> {
    const lost = (await targetReport(world, project)).lost.filter(({ sometimes }) => !sometimes);
    const { id, title } = project;
    const mailed = mail
      ? tell(project, "mail", lost, (fresh, name) =>
          writeWhole(mail.folder, `${name}.eml`, targetMail(project, fresh, { id: name, to: mail.to, at: now() })),
        )
      : 0;
    const posted = webhook
      ? tell(project, "webhook", lost, (fresh, name) => {
          const body = JSON.stringify({ format: "waymark.targets/1", project: { id, title }, lost: fresh });
          return deliver(webhook, { id: name, body }, { now, signal });
        })
      : 0;
    return (await mailed) + (await posted);
  }

  async function sendAll(): Promise<number> {
    if (webhook === undefined && mail === undefined) return 0;
    const sent = await Promise.all((await listProjects(world.control)).map(sendOf));
    return sent.reduce((sum, count) => sum + count, 0);
  }

  return {
    sendDue() {
      // One at a time: what is under way is not begun again by the next hour.
      running = running.then(sendAll).catch((error: unknown) => {
        world.logger.error("notices of lost targets failed", { cause: String(error) });
        return 0;
      });
      return running;
    },
    idle: () => running,
  };
}
