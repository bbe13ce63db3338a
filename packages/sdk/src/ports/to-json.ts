/**
 * A plain value as JSON, whatever the host put on the prototypes: where Prototype.js 1.6 is, `JSON.stringify` makes texts of
 * lists. What is no plain value is `null`; keys without a value are left out.
 */
export function toJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(toJson).join()}]`;
  const kept = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${kept.map(([key, each]) => `${JSON.stringify(key)}:${toJson(each)}`).join()}}`;
}
