import type { Scalar, Where } from "@waymark/schema";

/** Props that the journey's `where` takes. */
export function fitting(where: Where | undefined, person: string): Record<string, Scalar> {
  const one = (wanted: Where[string]): Scalar => {
    if (typeof wanted === "string") return wanted.replace(/\{[\w-]+\.id\}/g, person);
    if (typeof wanted !== "object" || wanted === null) return wanted;
    if (wanted.in !== undefined) return wanted.in[0] ?? null;
    if (typeof wanted.gt === "number") return wanted.gt + 1;
    return typeof wanted.lt === "number" ? wanted.lt - 1 : true;
  };
  return Object.fromEntries(Object.entries(where ?? {}).map(([key, wanted]) => [key, one(wanted)]));
}
