import { randomBytes } from "node:crypto";
import type { Journey, NewStatement, Statement } from "@waymark/schema";
import type { RoleNode } from "../blocks/partition.ts";
import { publishedJourneys } from "../control/journeys.ts";
import type { ControlDb } from "../control/tables.ts";
import { CollectorError } from "../errors.ts";
import type { Reader } from "../http/access.ts";
import type { VoiceBlock } from "./published.ts";

/** All that was stated, the newest first. */
export async function allStatements(db: ControlDb, project: string): Promise<Statement[]> {
  const rows = await db
    .selectFrom("voiceStatements")
    .select("content")
    .where("project", "=", project)
    .orderBy("at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ content }) => JSON.parse(content) as Statement);
}

/** Fails with `statement_place` where the journey, the step or the role is not there. */
function checkPlace(
  { journey, step, role }: NewStatement,
  journeys: readonly Journey[],
  roles: readonly RoleNode[],
): void {
  const refusal = (message: string): CollectorError => new CollectorError("statement_place", { message });
  const found = journeys.find(({ id }) => id === journey);
  if (found === undefined) throw refusal(`${journey} is not published.`);
  if (step !== "" && found.steps.every(({ id }) => id !== step)) throw refusal(`${journey} has no step ${step}.`);
  if (roles.every(({ id }) => id !== role)) throw refusal(`The role tree has no ${role}.`);
}

/** Whose statement it is: a member's own name, which nobody chooses; else what they say. Fails with `statement_unsigned`. */
function signer(author: string | null, by: string | undefined): string {
  const name = author ?? by?.trim();
  if (!name) throw new CollectorError("statement_unsigned");
  return name;
}

/**
 * Keeps what somebody states about a step, with their name and whether a report on it was published by then. It is never
 * written again.
 */
export async function addStatement(
  db: ControlDb,
  { project: { id: project, roles }, author }: Reader,
  cells: readonly VoiceBlock[],
  { by, ...said }: NewStatement,
  at: number,
): Promise<Statement> {
  checkPlace(said, await publishedJourneys(db, project), roles);
  const informed = cells.some(
    (cell) => cell.journey === said.journey && cell.step === said.step && cell.roles.includes(said.role),
  );
  const id = randomBytes(16).toString("base64url");
  const on = new Date(at).toISOString().slice(0, 10);
  const statement: Statement = { id, ...said, by: signer(author, by), on, informed };
  await db
    .insertInto("voiceStatements")
    .values({ project, id, content: JSON.stringify(statement), at })
    .execute();
  return statement;
}
