import { readFile } from "node:fs/promises";
import type { RoleNode } from "@waymark/collector";

const example = '[{ "id": "sales-rep", "title": "Sales reps", "headcount": 24 }]';

/** Whether it can be a role; whether the tree holds together, the collector checks. */
function isRole(it: unknown): it is RoleNode {
  if (it !== Object(it)) return false;
  const { id, title, parent, headcount } = it as Record<string, unknown>;
  const isText = typeof id === "string" && typeof title === "string" && title.trim() !== "";
  const isBelow = parent === undefined || typeof parent === "string";
  return isText && isBelow && (headcount === undefined || (Number.isSafeInteger(headcount) && Number(headcount) >= 0));
}

/** Reads a role tree from a JSON file; fails with a sentence that names the file and shows how it should look. */
export async function readRoles(path: string): Promise<RoleNode[]> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new Error(`${path} cannot be read: name a JSON file like ${example}.`);
  });
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new Error(
      `${path} is not JSON: ${error instanceof Error ? error.message : String(error)}. Write ${example}.`,
    );
  }
  if (!Array.isArray(given) || given.length === 0) throw new Error(`${path} holds no list of roles: write ${example}.`);
  const at = given.findIndex((each) => !isRole(each));
  if (at >= 0)
    throw new Error(`${path}: role ${at + 1} of ${given.length} is not as agreed: write it as in ${example}.`);
  return given as RoleNode[];
}
