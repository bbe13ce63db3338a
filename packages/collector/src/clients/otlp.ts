import { canonicalJson } from "../events/stored-event.ts";
import { factName } from "./fact-name.ts";
import { fieldsOf, firstId, type Reading, unread } from "./said.ts";

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A plain value of OTLP's `AnyValue`; nothing for lists, maps and bytes. */
function plainValue(value: unknown): string | number | boolean | undefined {
  const { stringValue, boolValue, intValue, doubleValue } = fieldsOf(value);
  if (typeof stringValue === "string") return stringValue;
  if (typeof boolValue === "boolean") return boolValue;
  const given = intValue ?? doubleValue;
  // Whole numbers of 64 bits travel as texts.
  const number = typeof given === "string" || typeof given === "number" ? Number(given) : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}

function attributesOf(owner: unknown): Record<string, string | number | boolean> {
  const known = listOf(fieldsOf(owner).attributes).flatMap((each) => {
    const { key, value } = fieldsOf(each);
    const plain = plainValue(value);
    return typeof key === "string" && plain !== undefined ? [[key, plain] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Unix nanoseconds, as a text or a number, in RFC 3339. */
function timeOf(...nanos: readonly unknown[]): string | null {
  const found = nanos.find((each) => typeof each !== "object" && /^[1-9]\d{0,18}$/.test(String(each)));
  return found === undefined ? null : new Date(Number(BigInt(String(found)) / 1_000_000n)).toISOString();
}

function readRecord(sent: unknown, resource: unknown, scope: unknown): Reading {
  const record = fieldsOf(sent);
  const attributes = attributesOf(record);
  const around = attributesOf(resource);
  const given = record.eventName || attributes["event.name"];
  // An ordinary line of a log: what is in its body may be anything, so nothing of it is kept.
  if (typeof given !== "string" || given === "")
    return unread({
      code: "missing",
      path: "$.eventName",
      expected: "an eventName: a log line without one is no event",
    });
  const name = factName(given);
  const person = firstId(
    attributes["user.id"],
    attributes["enduser.id"],
    around["user.id"],
    attributes["app.installation.id"],
    around["app.installation.id"],
    attributes["session.id"],
  );
  if (person === null)
    return unread(
      { code: "missing", path: "$.attributes", expected: "an attribute user.id, at most 120 characters" },
      { name },
    );
  const uid = attributes["log.record.uid"];
  const content = (): string => canonicalJson([resource ?? null, scope ?? null, record]);
  const ts = timeOf(record.timeUnixNano, record.observedTimeUnixNano);
  return { said: { sourceId: uid === undefined ? null : String(uid), content, person, name, ts, props: attributes } };
}

/** Reads a delivery of OTLP logs in JSON, record by record. Bodies, traces and resources are not kept. */
export function readOtlpLogs(body: unknown): Reading[] {
  return listOf(fieldsOf(body).resourceLogs).flatMap((ofResource) => {
    const { resource, scopeLogs } = fieldsOf(ofResource);
    return listOf(scopeLogs).flatMap((ofScope) => {
      const { scope, logRecords } = fieldsOf(ofScope);
      return listOf(logRecords).map((record) => readRecord(record, resource, scope));
    });
  });
}
