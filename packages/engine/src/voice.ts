import type { Answer } from "@waymark/schema";

/** Where and when a report was made: what an answer is matched by. */
export interface Reported {
  journey: string;
  step: string;
  /** ISO week, `2026-W47`. */
  week: string;
}

const dayMs = 86_400_000;

/** The ISO 8601 week of a moment, in UTC: `2026-W47`. Its text sorts as time does. */
export function isoWeek(at: number): string {
  const date = new Date(at);
  const day = date.getUTCDay() || 7;
  const thursday = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 4 - day);
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / dayMs / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** The Monday of an ISO week at midnight UTC, Unix milliseconds. */
export function mondayOfWeek(week: string): number {
  const [year = 0, number = 1] = week.split("-W").map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4));
  return fourth.getTime() + ((number - 1) * 7 + 1 - (fourth.getUTCDay() || 7)) * dayMs;
}

/** The calendar quarter of an ISO week's Thursday: `2026-Q4`. */
export function quarterOfWeek(week: string): string {
  const thursday = new Date(mondayOfWeek(week) + 3 * dayMs);
  return `${thursday.getUTCFullYear()}-Q${Math.floor(thursday.getUTCMonth() / 3) + 1}`;
}

/** The Monday after a moment at midnight UTC: when the week's reports are gathered. */
export function nextMonday(at: number): number {
  const date = new Date(at);
  const ahead = 8 - (date.getUTCDay() || 7);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + ahead);
}

const isWeek = (value: unknown): boolean => typeof value === "string" && /^\d{4}-W\d{2}$/.test(value);
const isShort = (value: unknown, most: number): boolean => typeof value === "string" && value.length <= most;

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== "object" || value === null) return false;
  const each = value as Record<string, unknown>;
  const texts = [each.id, each.journey, each.step].every((part) => isShort(part, 200)) && isShort(each.text, 2000);
  const by = each.by === undefined || isShort(each.by, 80);
  const on = isShort(each.on, 10) && !Number.isNaN(Date.parse(each.on as string));
  const verdict = ["did", "will", "will_not", "need_more"].includes(each.verdict as string);
  return texts && by && on && verdict && isWeek(each.from) && isWeek(each.to);
}

/** The answers in a public file; what is none is passed over, so that one bad entry hides no other. */
export function readAnswers(file: unknown): Answer[] {
  const list = (file as { answers?: unknown } | null | undefined)?.answers;
  return Array.isArray(list) ? list.filter(isAnswer) : [];
}

/**
 * The answer to a report: the latest one given to its step for a block of weeks that holds its week. Nothing but public
 * fields is compared, here, on the device: nobody learns who looks.
 */
export function answerTo(answers: readonly Answer[], { journey, step, week }: Reported): Answer | null {
  const fitting = answers.filter(
    (each) => each.journey === journey && each.step === step && each.from <= week && week <= each.to,
  );
  return fitting.reduce<Answer | null>((latest, each) => (latest && latest.on >= each.on ? latest : each), null);
}
