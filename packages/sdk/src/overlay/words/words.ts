import type { Words } from "../say.ts";
import { core } from "./en/core.ts";

/** Languages that come as a file of their own. */
const others: Record<string, () => Promise<Words>> = {
  de: async () => (await import("./de.ts")).de,
};

/** All languages there are. */
export const languages: readonly string[] = ["en", ...Object.keys(others)];

/** The words of a locale's language, else English; also where the file cannot be had. Rooms bring their own English. */
export async function loadWords(locale: string): Promise<Words> {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? "";
  try {
    return (await others[language]?.()) ?? core;
  } catch {
    return core;
  }
}
