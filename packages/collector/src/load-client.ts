import { CollectorError } from "./errors.ts";

/**
 * Loads an optional package: it is there only where its store is used.
 *
 * @param name - As it is installed.
 * @param range - The versions that are known to work, as `npm install` takes them.
 * @param load - Imports it, by a name that bundlers can read.
 * @throws `store_client` with the line to type, where it is not installed.
 */
export async function loadClient<T>(name: string, range: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code } = (error ?? {}) as { code?: unknown };
    // One that is there and broken says itself what is wrong.
    if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") throw error;
    throw new CollectorError("store_client", { name, range });
  }
}
