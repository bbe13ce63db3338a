import { actOn, type Hand, handoffState, judgeAct } from "@waymark/engine";
import type { Handoff, HandoffAct, Party, Refusal } from "@waymark/schema";
import type { ControlDb, HandoffRow } from "./tables.ts";
import { transact } from "./transact.ts";

/** Who acts or reads. */
export interface Neighbour {
  project: string;
  /** Their code. */
  person: string;
  roles: readonly string[];
  name?: string | undefined;
}

/** What a person may have open or lately settled; more would be no picture of their work. */
const mostRows = 500;
const dayMs = 86_400_000;
/** What nobody has touched for so long is dropped, and the names in it. */
export const handoffDays = 90;

const placeOf = (act: { journey: string; step: string; subject: string; attempt: number }): string =>
  JSON.stringify([act.journey, act.step, act.subject, act.attempt]);

const partyOf = (who: Neighbour, role: string): Party => (who.name ? { role, name: who.name } : { role });

/** The role somebody acts in: the one they name, if it is theirs. */
function roleIn(who: Neighbour, wanted: string): string | undefined {
  return who.roles.includes(wanted) ? wanted : who.roles[0];
}

async function findRow(db: ControlDb, who: Neighbour, act: HandoffAct): Promise<HandoffRow | undefined> {
  const byId = await db
    .selectFrom("handoffs")
    .selectAll()
    .where("project", "=", who.project)
    .where("id", "=", act.id)
    .executeTakeFirst();
  if (byId !== undefined || act.act !== "offer") return byId;
  // Two devices that were offline may both have offered the same: the first one is it.
  return db
    .selectFrom("handoffs")
    .selectAll()
    .where("project", "=", who.project)
    .where("offerer", "=", who.person)
    .where("place", "=", placeOf(act))
    .executeTakeFirst();
}

async function countOf(db: ControlDb, who: Neighbour): Promise<number> {
  const row = await db
    .selectFrom("handoffs")
    .select((e) => e.fn.countAll<number>().as("n"))
    .where("project", "=", who.project)
    .where("offerer", "=", who.person)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

function rowOf(who: Neighbour, handoff: Handoff, before: HandoffRow | undefined, now: number): HandoffRow {
  const state = handoffState(handoff);
  const takes = before?.taker === null && (state === "accepted" || state === "returned");
  return {
    project: who.project,
    id: handoff.id,
    place: placeOf(handoff),
    offerer: before?.offerer ?? who.person,
    taker: takes ? who.person : (before?.taker ?? null),
    toRole: handoff.to.role,
    state,
    content: JSON.stringify(handoff),
    changedAt: now,
  };
}

async function perform(db: ControlDb, who: Neighbour, act: HandoffAct, now: number): Promise<"ok" | Refusal> {
  const before = await findRow(db, who, act);
  const handoff = before && (JSON.parse(before.content) as Handoff);
  const wanted = act.act === "offer" ? act.role : (handoff?.to.role ?? "");
  const role = roleIn(who, wanted);
  if (role === undefined) return "no_role";
  const hand: Hand = {
    party: partyOf(who, role),
    roles: who.roles,
    offered: before?.offerer === who.person,
    took: before?.taker === who.person,
  };
  const verdict = judgeAct(handoff, act, hand);
  if (verdict !== "ok") return verdict;
  if (before === undefined && (await countOf(db, who)) >= mostRows) return "too_many";
  // Nobody's clock reaches into the future: "taken over tomorrow" would be said to others.
  const after = actOn(handoff, { ...act, at: Math.min(act.at, now) }, hand.party, now);
  if (after === undefined || after === handoff) return "ok";
  const row = rowOf(who, after, before, now);
  if (before?.content === row.content) return "ok";
  await db
    .insertInto("handoffs")
    .values(row)
    .onConflict((c) => c.columns(["project", "id"]).doUpdateSet(row))
    .execute();
  return "ok";
}

/** Does what may be done, one after the other; gives what came to nothing, and why. */
export async function actOnHandoffs(
  db: ControlDb,
  who: Neighbour,
  acts: readonly HandoffAct[],
  now: number,
): Promise<{ id: string; act: string; code: Refusal }[]> {
  const refused: { id: string; act: string; code: Refusal }[] = [];
  // One transaction each: of two who accept at once, the second finds it taken.
  for (const act of acts) {
    const code = await transact(db, (tx) => perform(tx, who, act, now));
    if (code !== "ok") refused.push({ id: act.id, act: act.act, code });
  }
  return refused;
}

/** A hand-over as one of its people reads it. */
function seenBy(row: HandoffRow, who: Neighbour, titles: ReadonlyMap<string, string>): Handoff {
  const handoff = JSON.parse(row.content) as Handoff;
  const party = (of: Party, me: boolean): Party => {
    const title = titles.get(of.role);
    return { ...of, ...(title === undefined ? {} : { title }), ...(me ? { me: true as const } : {}) };
  };
  const took = row.taker === who.person;
  const seen: Handoff = {
    ...handoff,
    from: party(handoff.from, row.offerer === who.person),
    to: party(handoff.to, false),
  };
  if (seen.accepted) seen.accepted = { ...seen.accepted, by: party(seen.accepted.by, took) };
  if (seen.returned) seen.returned = { ...seen.returned, by: party(seen.returned.by, took) };
  return seen;
}

/** What a person offered, took over or gave back, and what is open for one of their roles. In the order of ids. */
export async function handoffsOf(
  db: ControlDb,
  who: Neighbour,
  titles: ReadonlyMap<string, string>,
): Promise<Handoff[]> {
  const rows = await db
    .selectFrom("handoffs")
    .selectAll()
    .where("project", "=", who.project)
    .where((e) =>
      e.or([
        e("offerer", "=", who.person),
        e("taker", "=", who.person),
        ...(who.roles.length > 0
          ? [e.and([e("toRole", "in", [...who.roles]), e("state", "=", "offered"), e("taker", "is", null)])]
          : []),
      ]),
    )
    .orderBy("changedAt", "desc")
    .limit(mostRows)
    .execute();
  return rows.map((row) => seenBy(row, who, titles)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Drops what has not changed for 90 days, and the thanks for it. */
export async function expireHandoffs(db: ControlDb, now: number): Promise<void> {
  const before = now - handoffDays * dayMs;
  await db.deleteFrom("handoffs").where("changedAt", "<", before).execute();
  await db.deleteFrom("thanks").where("sentAt", "<", before).execute();
}

/** Forgets a person: what they offered goes, and their name and words in what they took over. */
export async function eraseNeighbour(db: ControlDb, project: string, person: string): Promise<void> {
  await transact(db, async (tx) => {
    await tx.deleteFrom("handoffs").where("project", "=", project).where("offerer", "=", person).execute();
    await tx
      .deleteFrom("thanks")
      .where("project", "=", project)
      .where((e) => e.or([e("sender", "=", person), e("receiver", "=", person)]))
      .execute();
    const taken = await tx
      .selectFrom("handoffs")
      .selectAll()
      .where("project", "=", project)
      .where("taker", "=", person)
      .execute();
    for (const row of taken) {
      const { accepted, returned, ...rest } = JSON.parse(row.content) as Handoff;
      const nameless = (by: Party): Party => ({ role: by.role });
      const content: Handoff = {
        ...rest,
        ...(accepted ? { accepted: { ...accepted, by: nameless(accepted.by) } } : {}),
        ...(returned ? { returned: { ...returned, reason: "…", by: nameless(returned.by) } } : {}),
      };
      await tx
        .updateTable("handoffs")
        .set({ taker: "", content: JSON.stringify(content) })
        .where("project", "=", project)
        .where("id", "=", row.id)
        .execute();
    }
  });
}
