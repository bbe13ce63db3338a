import { handoffState } from "@waymark/engine";
import type { Handoff, Party, Refusal, Thanks, ThanksAct } from "@waymark/schema";
import type { Neighbour } from "./handoffs.ts";
import type { ControlDb, ThanksRow } from "./tables.ts";
import { transact } from "./transact.ts";

/** How many a reader gets: their own first. */
const mostRows = 200;

type Send = Extract<ThanksAct, { act: "send" }>;

async function send(db: ControlDb, who: Neighbour, act: Send, now: number): Promise<"ok" | Refusal> {
  const row = await db
    .selectFrom("handoffs")
    .selectAll()
    .where("project", "=", who.project)
    .where("id", "=", act.handoff)
    .executeTakeFirst();
  if (row?.offerer !== who.person) return "unknown";
  const handoff = JSON.parse(row.content) as Handoff;
  const to = handoff.accepted?.by;
  if (!to || !row.taker || row.taker === who.person || handoffState(handoff) !== "accepted") return "too_late";
  const { journey, subject, from } = handoff;
  const thanks: Thanks = {
    ...{ id: act.id, handoff: act.handoff, journey, subject, text: act.text },
    ...{ at: Math.min(act.at, now), shown: false, to, from: who.name ? { ...from, name: who.name } : from },
  };
  const { project, person: sender } = who;
  const content = JSON.stringify(thanks);
  await db
    .insertInto("thanks")
    .values({ project, id: act.id, handoff: act.handoff, sender, receiver: row.taker, shown: 0, content, sentAt: now })
    // One for each hand-over: the first one said it.
    .onConflict((c) => c.doNothing())
    .execute();
  return "ok";
}

async function show(db: ControlDb, who: Neighbour, id: string, shown: boolean): Promise<"ok" | Refusal> {
  const { numUpdatedRows } = await db
    .updateTable("thanks")
    .set({ shown: shown ? 1 : 0 })
    .where("project", "=", who.project)
    .where("id", "=", id)
    .where("receiver", "=", who.person)
    .executeTakeFirst();
  return numUpdatedRows > 0n ? "ok" : "unknown";
}

/** Does what may be done, one after the other; gives what came to nothing, and why. */
export async function actOnThanks(
  db: ControlDb,
  who: Neighbour,
  acts: readonly ThanksAct[],
  now: number,
): Promise<{ id: string; act: string; code: Refusal }[]> {
  const refused: { id: string; act: string; code: Refusal }[] = [];
  for (const act of acts) {
    const code = await transact(db, (tx) =>
      act.act === "send" ? send(tx, who, act, now) : show(tx, who, act.id, act.shown),
    );
    if (code !== "ok") refused.push({ id: act.id, act: act.act, code });
  }
  return refused;
}

/** Who has nothing to do with it reads what was said and between whom, but not about which record. */
function seenBy(row: ThanksRow, who: Neighbour, titles: ReadonlyMap<string, string>): Thanks {
  const thanks = JSON.parse(row.content) as Thanks;
  const party = (of: Party, person: string): Party => {
    const title = titles.get(of.role);
    return {
      ...of,
      ...(title === undefined ? {} : { title }),
      ...(person === who.person ? { me: true as const } : {}),
    };
  };
  const isTheirs = row.sender === who.person || row.receiver === who.person;
  return {
    ...thanks,
    ...(isTheirs ? {} : { handoff: "", journey: "", subject: "" }),
    shown: row.shown === 1,
    from: party(thanks.from, row.sender),
    to: party(thanks.to, row.receiver),
  };
}

/** What a person sent or got, and what others got and show. The latest first. */
export async function thanksOf(db: ControlDb, who: Neighbour, titles: ReadonlyMap<string, string>): Promise<Thanks[]> {
  const rows = await db
    .selectFrom("thanks")
    .selectAll()
    .where("project", "=", who.project)
    .where((e) => e.or([e("sender", "=", who.person), e("receiver", "=", who.person), e("shown", "=", 1)]))
    .orderBy("sentAt", "desc")
    .orderBy("id", "desc")
    .limit(mostRows)
    .execute();
  return rows.map((row) => seenBy(row, who, titles));
}
