import type { ControlDb, ControlTables } from "./tables.ts";
import { transact } from "./transact.ts";

/** Every table of control data but `meta`, which is about the database itself. */
const tables: readonly (keyof ControlTables)[] = [
  ...(["projects", "keys", "drafts", "versions", "inGit", "invites", "sessions", "draftTokens", "audit"] as const),
  ...(["blocks", "groups", "snapshots", "gapCells", "figures", "experiments", "handoffs", "thanks", "states"] as const),
  ...(["tokenKeys", "members", "suppressed"] as const),
  ...(["voiceQuarters", "voiceKeys", "voiceIssued", "voiceCounts", "envelopes"] as const),
  ...(["voiceStates", "voiceBlocks", "voiceTexts", "voiceAnswers", "voiceStatements"] as const),
  ...(["expectations", "estimates", "decisions"] as const),
];

/**
 * Copies all control data into an empty store, whole or not at all.
 *
 * @returns how many rows were copied, or `null` where the target holds a project already: it is left as it is.
 */
export async function copyControl(from: ControlDb, to: ControlDb): Promise<number | null> {
  return transact(to, async (tx) => {
    const known = await tx.selectFrom("projects").select("id").limit(1).executeTakeFirst();
    if (known !== undefined) return null;
    let count = 0;
    for (const table of tables) {
      const rows = await from.selectFrom(table).selectAll().execute();
      for (const row of rows) {
        // Acts are numbered by the store they are in.
        const { id, ...rest } = row as { id?: unknown };
        await tx
          .insertInto(table)
          .values((table === "audit" ? rest : row) as never)
          .execute();
        count += 1;
      }
    }
    return count;
  });
}
