/** What stands where a person's id was taken out. */
export const takenOut = "[person]";

/** Names of an event's own fields: as good as no user id, and without them nothing could be submitted again. */
const ownFields: ReadonlySet<string> = new Set([
  ...["id", "type", "ts", "journey", "version", "step", "subject", "session", "seq", "sourceId", "props"],
]);

/** Small whole numbers that count: where user 1 sends the first event, the 1 is not the user. */
const counts: ReadonlySet<string> = new Set(["seq", "version", "attempt"]);

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

function wordOf(person: string): RegExp {
  const escaped = (text: string): string =>
    text.replace(/[^A-Za-z0-9]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
  // As it is, and as JSON writes it: quotes and backslashes look different there.
  const forms = [...new Set([person, JSON.stringify(person).slice(1, -1)])].map(escaped).join("|");
  return new RegExp(`(?<![A-Za-z0-9_-])(?:${forms})(?![A-Za-z0-9_-])`, "gu");
}

/**
 * What was sent, without the person's id. It was not as agreed, so the id may stand anywhere in it, as a word of its own or
 * as a number; it may also look like a minute, a count or a name of ours, and those stay.
 */
export function hidePerson(sent: unknown, person: string): unknown {
  const word = wordOf(person);
  const hide = (text: string): string => text.replace(word, takenOut);
  const keeps = (key: string, value: unknown): boolean =>
    (typeof value === "number" && counts.has(key)) ||
    (typeof value === "string" && key === "ts" && value !== person && instant.test(value));
  const within = (value: unknown, level: number): unknown => {
    if (typeof value === "string") return hide(value);
    if (typeof value === "number") return String(value) === person ? takenOut : value;
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((each) => within(each, level + 1));
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        level === 0 && ownFields.has(key) ? key : counts.has(key) ? key : hide(key),
        keeps(key, each) ? each : within(each, level + 1),
      ]),
    );
  };
  return within(sent, 0);
}

/**
 * The other way round, with the person's code in place of their id. `null` where the id was only a part of a text: nobody
 * knows any more what the whole of it was.
 */
export function withCode(kept: unknown, code: string): { event: unknown } | null {
  let partly = false;
  const within = (value: unknown): unknown => {
    if (value === takenOut) return code;
    if (typeof value === "string") partly ||= value.includes(takenOut);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(within);
    // Another client's own id is kept as it stands, accepted or not: a replay has to be known again.
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, key === "sourceId" ? each : within(each)]),
    );
  };
  const event = within(kept);
  return partly ? null : { event };
}
