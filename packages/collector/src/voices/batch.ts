import { type Calendar, createCalendar } from "../blocks/calendar.ts";
import { getProject, listProjects, type Project } from "../control/projects.ts";
import { transact } from "../control/transact.ts";
import type { World } from "../world.ts";
import { allAnswers } from "./answers.ts";
import { keyFor, openAtRest, sealAtRest } from "./at-rest.ts";
import { closeEchoes } from "./echoes.ts";
import { gather } from "./gather.ts";
import { type KeyRing, keyRing } from "./key-ring.ts";
import { leastReporters } from "./publish.ts";
import { appendVoices, type Published } from "./published.ts";
import { isOver, weekName } from "./quarters.ts";
import { activeOn, newId, release } from "./release.ts";
import { emptyState, type PooledText, type VoiceState } from "./state.ts";
import { issuerOf } from "./token-keys.ts";

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Stored {
  state: VoiceState;
  /** The row as it was read; `null`: there is none yet. */
  body: string | null;
}

const stateKey = (world: World, project: string): Buffer => keyFor(world.secrets.get(project).pseudonym, "state");

/** What waits, or `null` where no envelope ever came. */
async function readState(world: World, project: string): Promise<Stored | null> {
  const { control } = world;
  const row = await control.selectFrom("voiceStates").select("body").where("project", "=", project).executeTakeFirst();
  if (row !== undefined) {
    return {
      state: { ...emptyState(0), ...(openAtRest(stateKey(world, project), row.body) as VoiceState) },
      body: row.body,
    };
  }
  const first = await control
    .selectFrom("envelopes")
    .select((eb) => eb.fn.min("week").as("week"))
    .where("project", "=", project)
    .executeTakeFirst();
  return first?.week == null ? null : { state: emptyState(Number(first.week) - 1), body: null };
}

/** The words that may be moderated now: all that wait, once there are five of them, whatever they are about. */
function pooled(state: VoiceState): PooledText[] {
  if (state.pool.length < leastReporters) return [];
  const ready = state.pool;
  state.pool = [];
  return ready;
}

/** What is over is forgotten: reports that never were published, their tokens' marks and the keys. */
function forget(state: VoiceState, ring: KeyRing): void {
  const lives = (quarter: string): boolean => ring.quarters.some((each) => each.quarter === quarter);
  state.atoms = state.atoms.filter(({ quarter }) => lives(quarter));
  state.held = state.held.filter(({ key }) => ring.keys.has(key));
  state.spent = Object.fromEntries(Object.entries(state.spent).filter(([quarter]) => lives(quarter)));
}

/** What closing a week gave. */
interface Closed {
  state: VoiceState;
  /** Ids of the envelopes that were read. */
  read: readonly string[];
  blocks: Published[];
  texts: PooledText[];
  /** Quarters that are over. */
  over: string[];
}

/** As many ids as one statement takes. */
const atOnce = 500;

async function write(
  world: World,
  project: string,
  before: string | null,
  { state, read, blocks, texts, over }: Closed,
): Promise<void> {
  // In the order of chance, so that a row's place says nothing either.
  for (const atom of state.atoms) atom.pending.sort((a, b) => byText(a.mark, b.mark));
  for (const { ratings, replies } of state.shown)
    for (const waiting of [ratings, replies] as { mark: string }[][]) waiting.sort((a, b) => byText(a.mark, b.mark));
  state.held.sort((a, b) => byText(a.report.mark, b.report.mark));
  const body = sealAtRest(stateKey(world, project), state);
  await transact(world.control, async (tx) => {
    const now = await tx.selectFrom("voiceStates").select("body").where("project", "=", project).executeTakeFirst();
    // Another collector closed the week meanwhile.
    if ((now?.body ?? null) !== before) return;
    await tx.deleteFrom("voiceStates").where("project", "=", project).execute();
    await tx.insertInto("voiceStates").values({ project, week: state.week, body }).execute();
    for (let at = 0; at < read.length; at += atOnce)
      await tx
        .deleteFrom("envelopes")
        .where("project", "=", project)
        .where("id", "in", read.slice(at, at + atOnce))
        .execute();
    await appendVoices(tx, world, project, state.week, blocks);
    for (const { block, text } of texts)
      await tx.insertInto("voiceTexts").values({ project, id: newId(), block, text, state: "waiting" }).execute();
    for (const table of ["voiceQuarters", "voiceKeys", "voiceIssued", "voiceCounts"] as const)
      if (over.length > 0)
        await tx.deleteFrom(table).where("project", "=", project).where("quarter", "in", over).execute();
  });
}

async function closeOne(world: World, project: Project, stored: Stored, calendar: Calendar): Promise<void> {
  const { state, body } = stored;
  const week = state.week + 1;
  const ring = await keyRing(world, project.id, week, calendar);
  const rows = await world.control
    .selectFrom("envelopes")
    .select(["id", "body"])
    .where("project", "=", project.id)
    .where("week", "<=", week)
    .execute();
  gather(
    state,
    rows.map((each) => each.body),
    ring,
    issuerOf(project.id),
    new Map((await allAnswers(world.control, project.id)).map(({ block, answer }) => [answer.id, block])),
  );
  forget(state, ring);
  const full = state.atoms.some(({ pending }) => pending.length >= leastReporters);
  const echoes = closeEchoes(state, week, weekName(week, calendar), newId);
  const cells = full ? release(state, ring, await activeOn(world, project.id, state, ring, week), week, calendar) : [];
  const blocks = [...echoes, ...cells];
  state.week = week;
  const named = await world.control
    .selectFrom("voiceQuarters")
    .select("quarter")
    .where("project", "=", project.id)
    .execute();
  const over = named.map(({ quarter }) => quarter).filter((quarter) => isOver(quarter, week, calendar));
  const read = rows.map(({ id }) => id);
  await write(world, project.id, body, { state, read, blocks, texts: pooled(state), over });
}

/** Works through every week of a project that is over: Monday's batch, or what is left of it after a pause. */
export async function closeWeeks(world: World, id: string): Promise<number> {
  const project = await getProject(world.control, id);
  const calendar = createCalendar(project.timeZone);
  for (let closed = 0; ; closed += 1) {
    const stored = await readState(world, id);
    if (stored === null || stored.state.week >= calendar.weekOf(world.now()) - 1) return closed;
    await world.events.settle();
    await closeOne(world, project, stored, calendar);
  }
}

/** The same for all projects. */
export async function closeAllWeeks(world: World): Promise<void> {
  for (const { id } of await listProjects(world.control)) await closeWeeks(world, id);
}
