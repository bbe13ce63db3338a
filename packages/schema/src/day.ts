import * as z from "zod/mini";

/** A calendar day in the project's time zone: `2027-03-31`. */
export type Day = string;

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

export const daySchema: z.ZodMiniType<Day> = z.string().check(z.refine(isDay, { error: "day" }));

/** A share of people, 0 to 1. */
export const shareSchema: z.ZodMiniType<number> = z
  .number()
  .check(z.refine((share) => share >= 0 && share <= 1, { error: "share" }));
