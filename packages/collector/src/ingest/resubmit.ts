import type { BatchEnvelope } from "@waymark/schema";
import { createCalendar } from "../blocks/calendar.ts";
import { asHeard } from "../clients/as-heard.ts";
import { publishedJourneys } from "../control/journeys.ts";
import type { Project } from "../control/projects.ts";
import { monthsBefore } from "../control/retention.ts";
import { CollectorError } from "../errors.ts";
import type { Derived, Known, Outcome } from "../events/event-store.ts";
import type { RejectSender, StoredEvent, StoredReject } from "../events/stored-event.ts";
import type { World } from "../world.ts";
import { deriveEvents, needsServerFold } from "./derive.ts";
import { withCode } from "./hide-person.ts";
import { judgeEvents, maxBodyLength } from "./judge-events.ts";
import { journeysThatPay, tellValue } from "./tell-value.ts";

/** One refused event, to be taken again: as it was, or mended. */
export interface Resubmission {
  /** As `GET /v1/rejects` gives it. */
  id: string;
  event?: unknown;
}

/** What became of each. What was not taken stays among the rejects. */
export interface ResubmitReceipt {
  accepted: number;
  duplicates: number;
  conflicts: { id: string }[];
  rejected: { id: string; code: string; path: string; message: string }[];
}

const most = 500;

/** Checks the body of `POST /v1/rejects/resubmit`; fails with `resubmit_invalid`. */
export function parseResubmissions(body: unknown): Resubmission[] {
  const refuse = (message: string): never => {
    throw new CollectorError("resubmit_invalid", { message });
  };
  const { rejects } = (typeof body === "object" && body !== null ? body : {}) as { rejects?: unknown };
  if (!Array.isArray(rejects) || rejects.length === 0)
    return refuse('$.rejects is missing: add a list like [{ "id": "..." }].');
  if (rejects.length > most) return refuse(`$.rejects has ${rejects.length} entries: write at most ${most}.`);
  rejects.forEach((each: unknown, i) => {
    const { id } = (typeof each === "object" && each !== null ? each : {}) as { id?: unknown };
    if (typeof id !== "string" || id === "") refuse(`$.rejects[${i}].id is missing: add the id of GET /v1/rejects.`);
  });
  return rejects as Resubmission[];
}

/** An older collector took an id out of a number too, and left what is no JSON. */
function readKept(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new CollectorError("reject_in_part");
  }
}

/** What was sent, or its mended form, with the person's code where their id was taken out. */
function sentAgain(reject: StoredReject, event: unknown, person: string): unknown {
  if (event === undefined && reject.body.length >= maxBodyLength) throw new CollectorError("reject_in_part");
  const sent = withCode(event === undefined ? readKept(reject.body) : event, person);
  if (sent === null) throw new CollectorError("reject_in_part");
  return sent.event;
}

function senderOf(reject: StoredReject): RejectSender {
  // What named nobody, or was kept by an older collector, has no sender: it cannot be anybody's.
  if (typeof reject.sender !== "string") throw new CollectorError("reject_senderless");
  return JSON.parse(reject.sender) as RejectSender;
}

type Verdict = Outcome | { code: string; path: string; message: string };

async function again(world: World, project: Project, { id, event }: Resubmission): Promise<Verdict> {
  const reject = await world.events.reject(project.id, id);
  if (reject === null) throw new CollectorError("reject_unknown", { id });
  const sender = senderOf(reject);
  const { person, roles, locale, sdk, skewMs } = sender;
  const sent = sentAgain(reject, event, person);
  const now = world.now();
  const sentAt = new Date(now - skewMs).toISOString();
  const envelope: BatchEnvelope = { sentAt, person, roles, locale, sdk, events: [sent] };
  const journeys = needsServerFold(sdk) ? (await publishedJourneys(world.control, project.id)).map(asHeard) : [];
  const paying = await journeysThatPay(world, project.id);
  const erased = await world.erasures.of(project.id, person);
  const openWeek = await world.freezer.openWeek(project.id);
  const judged = judgeEvents(envelope, {
    project: project.id,
    sender: { ...sender, refused: null },
    calendar: createCalendar(project.timeZone),
    openWeek: world.freezer.atLeast(project.id, openWeek),
    suppressed: world.erasures.atLeast(project.id, person, erased),
    oldest: monthsBefore(now, project.retention.eventMonths),
    now,
  });
  const [problem] = judged.rejected;
  if (problem !== undefined) return problem;
  const derive = (fresh: readonly StoredEvent[], known: Known): Derived => deriveEvents(fresh, journeys, roles, known);
  const outcomes = await world.events.append({
    project: project.id,
    events: [...judged.events, ...tellValue(judged.events, paying)],
    rejects: [],
    settles: [id],
    derive: journeys.length > 0 ? derive : undefined,
  });
  return outcomes?.[0] ?? "accepted";
}

/** Judges refused events once more, each by itself, under whoever sent them. */
export async function resubmit(world: World, project: Project, all: readonly Resubmission[]): Promise<ResubmitReceipt> {
  const receipt: ResubmitReceipt = { accepted: 0, duplicates: 0, conflicts: [], rejected: [] };
  for (const each of all) {
    const { id } = each;
    const verdict = await again(world, project, each).catch((error: unknown): Verdict => {
      if (!(error instanceof CollectorError) || error.status >= 500) throw error;
      return { code: error.code, path: "$", message: error.message };
    });
    if (verdict === "accepted") receipt.accepted += 1;
    else if (verdict === "duplicate") receipt.duplicates += 1;
    else if (verdict === "conflict") receipt.conflicts.push({ id });
    else receipt.rejected.push({ id, code: verdict.code, path: verdict.path, message: verdict.message });
  }
  if (receipt.accepted > 0) world.changes.emit(project.id);
  return receipt;
}
