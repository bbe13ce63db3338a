import type { Question, Snooze } from "@waymark/engine";
import type { NewsItem } from "../../runtime/options.ts";

/** What the service hands the room: what to show, and what to do with what the person says. */
export type Asked =
  | { question: Question; about: string | undefined; answer(score: number): void }
  | { news: NewsItem; take(): void; snooze(snooze: Snooze): void };

/** Reads what a surface was opened on; the host may open it on nothing. */
export function askedOf(of: unknown): Asked | null {
  return typeof of === "object" && of !== null && ("question" in of || "news" in of) ? (of as Asked) : null;
}
