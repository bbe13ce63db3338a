import type { Waymark } from "../boot/create-waymark.ts";

/**
 * Opens the panel for developers: why each journey is (not) shown, what its rules see, targets with their confidence, the
 * queue and what was lost, a journey's state at each moment since the panel opened, and a report for a bug. Changes nothing.
 * With the script tag: `waymark.push(["explain", "*"])`.
 *
 * @returns what closes it; opened twice, it is one panel.
 * @example
 * ```ts
 * import { openDebug } from "@waymark/sdk/debug";
 * if (import.meta.env.DEV) await openDebug(waymark);
 * ```
 */
export async function openDebug(waymark: Pick<Waymark, "explain">): Promise<() => void> {
  const stop = await waymark.explain("*");
  return typeof stop === "function" ? (stop as () => void) : () => undefined;
}
