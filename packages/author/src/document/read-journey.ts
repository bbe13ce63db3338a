import { type Journey, parseJourney, renderProblem } from "@waymark/schema";

/** Why a file was not taken, by a permanent name; `detail` says where. */
export interface Unread {
  ok: false;
  reason: "empty" | "too_large" | "conflict" | "not_json" | "no_journey" | "wrong";
  detail: string;
}

/** The largest file that is a journey, in characters: fifty times what seven full steps in six languages need. */
export const largestFile = 1_000_000;

/** The line that begins a git conflict, counted from 1. */
function conflictLine(text: string): number {
  return text.split("\n").findIndex((line) => /^(<{7}|={7}|>{7})( |\r?$)/.test(line)) + 1;
}

/** How far the text is JSON: the line of the error, where the browser says its place, else the last one. */
function brokenLine(text: string, error: unknown): number {
  const position = /position (\d+)/.exec(String(error))?.[1];
  const until = position === undefined ? text.trimEnd() : text.slice(0, Number(position));
  return until.split("\n").length;
}

/**
 * Reads the text of a journey file. Nothing is half taken: it is a journey, or there is a reason and what to do.
 *
 * @example
 * ```ts
 * const read = readJourney(await file.text());
 * if (!read.ok) console.error(read.reason, read.detail); // "conflict", "12"
 * ```
 */
export function readJourney(text: string): { ok: true; journey: Journey } | Unread {
  const refuse = (reason: Unread["reason"], detail = ""): Unread => ({ ok: false, reason, detail });
  if (text.trim() === "") return refuse("empty");
  if (text.length > largestFile) return refuse("too_large", String(Math.ceil(text.length / 1024)));
  const conflict = conflictLine(text);
  if (conflict > 0) return refuse("conflict", String(conflict));
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return refuse("not_json", String(brokenLine(text, error)));
  }
  if (typeof value !== "object" || value === null || !("steps" in value)) return refuse("no_journey");
  const parsed = parseJourney(value);
  if (parsed.ok) return { ok: true, journey: parsed.value };
  return refuse("wrong", parsed.problems.slice(0, 3).map(renderProblem).join(" "));
}
