import type { Balance, Gains } from "@waymark/engine";

const minuteMs = 60_000;

/** Whole minutes: what was saved is rounded down, what was put in up, and the rest follows. Nothing looks better than it is. */
export interface Amounts {
  saved: number;
  learning: number;
  fields: number;
  net: number;
}

export function amountsOf({ learnMs, fieldMs }: Gains, balance: Balance): Amounts {
  const saved = Math.floor(balance.savedMs / minuteMs);
  const learning = Math.ceil(learnMs / minuteMs);
  const fields = Math.ceil(fieldMs / minuteMs);
  return { saved, learning, fields, net: saved - learning - fields };
}

/** "+196 min" in the person's language; `signed` false leaves out the plus. */
export function minutes(locale: string, n: number, signed = true): string {
  const signDisplay = signed ? "exceptZero" : "negative";
  const format = new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "short", signDisplay });
  return format.format(n).replace("-", "−");
}

/** A number with its sign, for an axis. */
export function signed(locale: string, n: number): string {
  return new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(n).replace("-", "−");
}
