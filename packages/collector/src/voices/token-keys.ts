import { createPrivateKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { GroupKeys, Journey, TokenKeys } from "@waymark/schema";
import type { Project } from "../control/projects.ts";
import type { World } from "../world.ts";
import { keyFor, openAtRest, sealAtRest } from "./at-rest.ts";
import type { Quarter } from "./quarters.ts";

const makePair = promisify(generateKeyPair);

/** One journey's keys for a quarter. */
export interface JourneyKeys {
  /** The public file, byte for byte the same for everybody. */
  file: string;
  keys: TokenKeys;
  /** What signs for a group and step. Made when it is asked for: most readers want the file only. */
  signer(group: string, step: string): KeyObject | null;
}

/** Private keys, PKCS #8 in base64url, by group and step. */
type Secrets = Record<string, Record<string, string>>;

const purpose = (quarter: string, journey: string): string => `tokens ${quarter} ${journey}`;

/** The issuer's name in every challenge of a project. */
export const issuerOf = (project: string): string => `${project}.waymark.internal`;

async function makeGroup(id: string, roles: string[], steps: readonly string[]): Promise<[GroupKeys, Secrets[string]]> {
  const pairs = await Promise.all(
    steps.map(async (step) => ({ step, ...(await makePair("rsa", { modulusLength: 2048 })) })),
  );
  const keys = pairs.map(({ step, publicKey }) => [step, publicKey.export({ format: "jwk" }).n ?? ""] as const);
  const secrets = pairs.map(
    ({ step, privateKey }) =>
      [step, privateKey.export({ format: "der", type: "pkcs8" }).toString("base64url")] as const,
  );
  return [{ id, roles, keys: Object.fromEntries(keys) }, Object.fromEntries(secrets)];
}

/** A journey's keys of a quarter, or `null` where none were made. */
export async function findKeys(
  world: World,
  project: string,
  quarter: string,
  journey: string,
): Promise<JourneyKeys | null> {
  const row = await world.control
    .selectFrom("voiceKeys")
    .selectAll()
    .where("project", "=", project)
    .where("quarter", "=", quarter)
    .where("journey", "=", journey)
    .executeTakeFirst();
  if (row === undefined) return null;
  let secrets: Secrets | undefined;
  return {
    file: row.file,
    keys: JSON.parse(row.file) as TokenKeys,
    signer(group, step) {
      const key = keyFor(world.secrets.get(project).pseudonym, purpose(quarter, journey));
      secrets ??= openAtRest(key, row.secret) as Secrets;
      const der = secrets[group]?.[step];
      return der === undefined
        ? null
        : createPrivateKey({ key: Buffer.from(der, "base64url"), format: "der", type: "pkcs8" });
    },
  };
}

/** Keys that are being made: one key costs a tenth of a second, and at a quarter's start everybody asks at once. */
const making = new WeakMap<World, Map<string, Promise<void>>>();

async function makeKeys(world: World, project: Project, of: Quarter, journey: Journey): Promise<void> {
  // "" is the role brief.
  const steps = ["", ...journey.steps.map(({ id }) => id)];
  const made = [];
  for (const { id, leaves } of of.groups) made.push(await makeGroup(id, leaves, steps));
  const keys: TokenKeys = {
    format: "waymark.token-keys/1",
    journey: journey.id,
    quarter: of.quarter,
    issuer: issuerOf(project.id),
    seal: of.seal,
    groups: made.map(([group]) => group),
  };
  const secrets: Secrets = Object.fromEntries(made.map(([{ id }, secret]) => [id, secret]));
  const key = keyFor(world.secrets.get(project.id).pseudonym, purpose(of.quarter, journey.id));
  await world.control
    .insertInto("voiceKeys")
    .values({
      project: project.id,
      quarter: of.quarter,
      journey: journey.id,
      file: JSON.stringify(keys),
      secret: sealAtRest(key, secrets, 1024),
    })
    // Another collector made them meanwhile: the first ones hold, for everybody.
    .onConflict((c) => c.columns(["project", "quarter", "journey"]).doNothing())
    .execute();
}

/** A journey's keys of a quarter, made at the first call and never changed until the quarter is over. */
export async function openKeys(world: World, project: Project, of: Quarter, journey: Journey): Promise<JourneyKeys> {
  const known = await findKeys(world, project.id, of.quarter, journey.id);
  if (known !== null) return known;
  const waiting = making.get(world) ?? new Map<string, Promise<void>>();
  making.set(world, waiting);
  const name = JSON.stringify([project.id, of.quarter, journey.id]);
  const work = waiting.get(name) ?? makeKeys(world, project, of, journey).finally(() => waiting.delete(name));
  waiting.set(name, work);
  await work;
  const made = await findKeys(world, project.id, of.quarter, journey.id);
  if (made === null) throw new Error("token keys were not kept");
  return made;
}
