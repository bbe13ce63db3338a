import { issueKey, type KeyFacts, type KeyKind, keyId, revokeKey } from "../control/keys.ts";
import type { World } from "../world.ts";
import { type By, noteAct } from "./by.ts";

/** A key right after it was made: the only moment it can be read. */
export interface NewKey {
  id: string;
  kind: KeyKind;
  label: string | null;
  key: string;
}

/** Makes a key. */
export async function makeKey(world: World, by: By, kind: KeyKind, label: string | null): Promise<NewKey> {
  const key = await issueKey(world.control, by.project, kind, world.now(), label);
  const id = keyId(key);
  await noteAct(world, by, "key.create", `${kind} ${id}`);
  return { id, kind, label, key };
}

/** Takes a key out of use at once. Fails with `key_gone`, or with `key_last` for the only owner key. */
export async function dropKey(world: World, by: By, id: string): Promise<KeyFacts> {
  const key = await revokeKey(world.control, by.project, id);
  await noteAct(world, by, "key.revoke", `${key.kind} ${id}`);
  return key;
}
