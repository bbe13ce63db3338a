/** A number of 100 as a share; `null` where it is none. */
export function shareOf(text: string): number | null {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return value >= 0 && value <= 100 ? value / 100 : null;
}
