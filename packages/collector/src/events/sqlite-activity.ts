import type { Activity } from "./activity.ts";
import type { EventStore } from "./event-store.ts";
import type { Prepare } from "./sqlite-statements.ts";

const headsSql = `SELECT role, count(*) AS people FROM people WHERE project=? AND verified=1 AND simulated=0 GROUP BY role`;

// Each person of the journey by the tables' own keys; whose role it is by theirs. Nothing is looked through for one of them.
const activeSql = `SELECT count(DISTINCT did.person) AS people FROM (
    SELECT person FROM progress WHERE project=:project AND journey=:journey AND verified=1 AND simulated=0
      AND (:step IS NULL OR step=:step) AND (beganWeek BETWEEN :from AND :to OR completedWeek BETWEEN :from AND :to)
    UNION ALL
    SELECT person FROM reach WHERE project=:project AND journey=:journey AND verified=1 AND simulated=0
      AND :step IS NULL AND (offeredWeek BETWEEN :from AND :to OR startedWeek BETWEEN :from AND :to)
  ) AS did CROSS JOIN people ON people.project=:project AND people.person=did.person
    AND people.verified=1 AND people.simulated=0 AND people.role IN (SELECT value FROM json_each(:roles))`;

/** The counts that reports about groups ask for. */
export function sqliteActivity(prepare: Prepare): Pick<EventStore, "heads" | "active"> {
  return {
    heads: async (project) =>
      Object.fromEntries(
        prepare(headsSql)
          .all(project)
          .map(({ role, people }) => [String(role), Number(people)]),
      ),
    active: async (project, asked) =>
      asked.map(({ roles, ...rest }: Activity) =>
        Number(prepare(activeSql).get({ project, ...rest, roles: JSON.stringify(roles) })?.people ?? 0),
      ),
  };
}
