/** Whether a value is beyond doubt what is wanted. */
export type Check = (value: unknown) => boolean;

/** The keys of an object, each with its check; no other key may be there. */
export interface Shape {
  required: ReadonlyMap<string, Check>;
  optional: ReadonlyMap<string, Check>;
}

export const shape = (required: Record<string, Check>, optional: Record<string, Check> = {}): Shape => ({
  required: new Map(Object.entries(required)),
  optional: new Map(Object.entries(optional)),
});

/** Whether an object has all that is required, of the rest what is optional, and nothing else. */
export function hasShape(value: object, { required, optional }: Shape): boolean {
  let found = 0;
  for (const key in value) {
    const check = required.get(key);
    const inner = (value as Record<string, unknown>)[key];
    if (check !== undefined) {
      if (!check(inner)) return false;
      found += 1;
    } else if (optional.get(key)?.(inner) !== true) return false;
  }
  return found === required.size;
}

export const text =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === "string" && value.length >= least && value.length <= most;

export const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value);

/** What names something of the host's. */
export const id: Check = text(1, 120);

/** A moment of this century in UTC; the 29th of February is the schema's. */
export const moment: Check = matches(
  /^20\d\d-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/,
);
