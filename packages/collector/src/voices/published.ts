import { createHmac } from "node:crypto";
import type { RatingBlock, ReplyBlock, VoiceCell } from "@waymark/schema";
import type { ControlDb } from "../control/tables.ts";
import { CollectorError } from "../errors.ts";
import type { World } from "../world.ts";
import { keyFor } from "./at-rest.ts";
import type { Echo } from "./echoes.ts";

/** A published cell. Its id is chance; nothing in it is about one report. */
export type VoiceBlock = VoiceCell;

/** Whatever is published: cells, and what was said of the answers to them. */
export type Published = (VoiceBlock & { kind?: undefined }) | Echo;

/** All that was published, oldest first. */
export interface PublishedVoices {
  cells: VoiceBlock[];
  ratings: RatingBlock[];
  replies: ReplyBlock[];
}

/** The seal of a block: over itself and the one before, with a key that is not in the database. */
const sealOf = (key: Uint8Array, before: string, content: string): string =>
  createHmac("sha256", key).update(`${before}\n${content}`).digest("base64url");

interface SealedRow {
  week: number;
  id: string;
  content: string;
  seal: string;
}

async function rowsOf(db: ControlDb, project: string): Promise<SealedRow[]> {
  return db
    .selectFrom("voiceBlocks")
    .select(["week", "id", "content", "seal"])
    .where("project", "=", project)
    .orderBy("week")
    .orderBy("id")
    .execute();
}

const snapshotKey = (world: World, project: string): Buffer => keyFor(world.secrets.get(project).pseudonym, "snapshot");

/** Everything that was published; fails with `voices_changed` where somebody changed it since. */
export async function publishedVoices(world: World, project: string): Promise<PublishedVoices> {
  const key = snapshotKey(world, project);
  let before = "";
  const all: PublishedVoices = { cells: [], ratings: [], replies: [] };
  for (const { content, seal } of await rowsOf(world.control, project)) {
    if (sealOf(key, before, content) !== seal) throw new CollectorError("voices_changed");
    before = seal;
    const { kind, ...block } = JSON.parse(content) as Published;
    if (kind === "ratings") all.ratings.push(block as RatingBlock);
    else if (kind === "replies") all.replies.push(block as ReplyBlock);
    else all.cells.push(block as VoiceBlock);
  }
  return all;
}

/** Adds a week's blocks behind all that is there. */
export async function appendVoices(
  tx: ControlDb,
  world: World,
  project: string,
  week: number,
  blocks: readonly Published[],
): Promise<void> {
  const key = snapshotKey(world, project);
  let before = (await rowsOf(tx, project)).at(-1)?.seal ?? "";
  for (const block of blocks.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const content = JSON.stringify(block);
    before = sealOf(key, before, content);
    await tx.insertInto("voiceBlocks").values({ project, week, id: block.id, content, seal: before }).execute();
  }
}
