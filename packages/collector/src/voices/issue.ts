import { createHash, createHmac } from "node:crypto";
import type { SignedTokens, TokenRequest } from "@waymark/schema";
import { createCalendar } from "../blocks/calendar.ts";
import { transact } from "../control/transact.ts";
import { CollectorError } from "../errors.ts";
import type { SignedPerson } from "../http/signed-person.ts";
import type { World } from "../world.ts";
import { keyFor } from "./at-rest.ts";
import { findQuarter, quarterOf } from "./quarters.ts";
import { signBlinded, tokenKeyId } from "./token.ts";
import { findKeys } from "./token-keys.ts";

/** One message that may be signed. */
interface Order {
  journey: string;
  step: string;
  /** Who, where and when, as a keyed hash: one token for each. Not the role: whoever changes it gets no second one. */
  mark: string;
  /** SHA-256 over key and message. */
  message: string;
  /** Of the key, hex. */
  key: string;
  sign(): Buffer | null;
}

async function ordersOf(world: World, who: SignedPerson, request: TokenRequest, group: string): Promise<Order[]> {
  const { quarter } = request;
  const project = who.project.id;
  const secret = keyFor(world.secrets.get(project).pseudonym, "issued");
  const journeys = new Map<string, Awaited<ReturnType<typeof findKeys>>>();
  for (const { journey } of request.blinded)
    if (!journeys.has(journey)) journeys.set(journey, await findKeys(world, project, quarter, journey));
  return request.blinded.map(({ journey, step, message }) => {
    const keys = journeys.get(journey);
    const modulus = keys?.keys.groups.find(({ id }) => id === group)?.keys[step];
    const signer = keys?.signer(group, step);
    if (modulus === undefined || !signer) throw new CollectorError("token_scope", { journey, step });
    const bytes = Buffer.from(message, "base64url");
    const id = tokenKeyId(modulus);
    return {
      journey,
      step,
      mark: createHmac("sha256", secret)
        .update(JSON.stringify([who.person, journey, step, quarter]))
        .digest("base64url"),
      message: createHash("sha256").update(id).update(bytes).digest("base64url"),
      key: id.toString("hex"),
      sign: () => signBlinded(signer, bytes),
    };
  });
}

/** Writes down what is given out, all of it or nothing; gives what was asked for with another message before. */
async function writeDown(
  world: World,
  project: string,
  quarter: string,
  week: number,
  orders: readonly Order[],
): Promise<Order[]> {
  return transact(world.control, async (tx) => {
    const known = await tx
      .selectFrom("voiceIssued")
      .select(["mark", "message"])
      .where("project", "=", project)
      .where(
        "mark",
        "in",
        orders.map(({ mark }) => mark),
      )
      .execute();
    const messages = new Map(known.map(({ mark, message }) => [mark, message]));
    const taken = orders.filter(({ mark, message }) => messages.has(mark) && messages.get(mark) !== message);
    if (taken.length > 0) return taken;
    for (const { mark, message, key } of orders.filter((each) => !messages.has(each.mark))) {
      await tx.insertInto("voiceIssued").values({ project, mark, quarter, message }).execute();
      await tx
        .insertInto("voiceCounts")
        .values({ project, quarter, key, week, people: 1 })
        .onConflict((c) =>
          c.columns(["project", "quarter", "key", "week"]).doUpdateSet((eb) => ({
            people: eb("voiceCounts.people", "+", 1),
          })),
        )
        .execute();
    }
    return [];
  });
}

/**
 * Signs a person's blinded messages: one for each journey, step and quarter. The same messages get the same signatures
 * again; fails with `token_taken` where one was signed before, and signs none then.
 */
export async function issueTokens(world: World, who: SignedPerson, request: TokenRequest): Promise<SignedTokens> {
  const calendar = createCalendar(who.project.timeZone);
  const week = calendar.weekOf(world.now());
  const quarter = quarterOf(week, calendar);
  if (request.quarter !== quarter) throw new CollectorError("token_quarter", { quarter });
  const [role = ""] = who.roles;
  const groups = (await findQuarter(world, who.project.id, quarter))?.groups ?? [];
  const group = groups.find(({ leaves }) => leaves.includes(role));
  if (group === undefined) throw new CollectorError("group_small");
  const orders = await ordersOf(world, who, request, group.id);
  if (new Set(orders.map(({ mark }) => mark)).size < orders.length) throw new CollectorError("token_twice");
  const signatures = orders.map((order) => order.sign());
  if (signatures.includes(null)) throw new CollectorError("token_message");
  const taken = await writeDown(world, who.project.id, quarter, week, orders);
  if (taken.length > 0)
    throw new CollectorError("token_taken", {}, { taken: taken.map(({ journey, step }) => ({ journey, step })) });
  return {
    format: "waymark.signatures/1",
    group: group.id,
    signatures: signatures.map((each) => each?.toString("base64url") ?? ""),
  };
}
