import type { Expectation, Place } from "@waymark/schema";
import type { ControlDb } from "./tables.ts";

/** An expectation before it has a version. */
export type Stated = Omit<Expectation, "version">;

/** Every version of what is expected in a project, the newest of each place first. */
export async function allExpectations(db: ControlDb, project: string): Promise<Expectation[]> {
  const rows = await db
    .selectFrom("expectations")
    .select("content")
    .where("project", "=", project)
    .orderBy("journey")
    .orderBy("role")
    .orderBy("step")
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ content }) => JSON.parse(content) as Expectation);
}

/** As one text, to find a place by. */
export const placeKey = ({ journey, step, role }: Place): string => JSON.stringify([journey, step, role]);

/** What is expected now: the newest version of each place, by {@link placeKey}. */
export function newestOf(expectations: readonly Expectation[]): Map<string, Expectation> {
  const newest = new Map<string, Expectation>();
  for (const each of expectations) {
    const known = newest.get(placeKey(each));
    if (known === undefined || known.version < each.version) newest.set(placeKey(each), each);
  }
  return newest;
}

/** What is expected now in a project, by {@link placeKey}. */
export async function currentExpectations(db: ControlDb, project: string): Promise<Map<string, Expectation>> {
  return newestOf(await allExpectations(db, project));
}

/** Keeps an expectation as the next version of its place; those before stay as they were. Runs inside a transaction. */
export async function addExpectation(tx: ControlDb, project: string, stated: Stated): Promise<Expectation> {
  const { journey, step, role } = stated;
  const newest = await tx
    .selectFrom("expectations")
    .select((eb) => eb.fn.max("version").as("version"))
    .where("project", "=", project)
    .where("journey", "=", journey)
    .where("step", "=", step)
    .where("role", "=", role)
    .executeTakeFirst();
  const version = Number(newest?.version ?? 0) + 1;
  const expectation: Expectation = { ...stated, version };
  const at = Date.parse(stated.at);
  await tx
    .insertInto("expectations")
    .values({ project, journey, step, role, version, at, content: JSON.stringify(expectation) })
    .execute();
  return expectation;
}
