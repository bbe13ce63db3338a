import * as z from "zod/mini";

/** An ISO 8601 duration, calendar or clock: `P1D`, `P2W`, `P1M`, `PT4H30M`. Fractions and signs are refused. */
export type Duration = string;

const pattern = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;

export const durationSchema: z.ZodMiniType<Duration> = z
  .string()
  .check(z.regex(pattern, { error: "duration" }), z.describe('An ISO 8601 duration, like "P1D" or "PT30M".'));

/** A moment as RFC 3339 with an offset: `2026-11-21T09:30:00Z`. */
export type Timestamp = string;

export const timestampSchema: z.ZodMiniType<Timestamp> = z.iso.datetime({ offset: true });
