import { type BatchEnvelope, maxBatchEvents } from "@waymark/schema";
import { hasShape, id, moment, shape, text } from "./plain-shape.ts";

const envelope = shape(
  {
    sentAt: moment,
    person: id,
    roles: (value) => Array.isArray(value) && value.length <= 20 && value.every(id),
    locale: text(0, 35),
    sdk: text(0, 60),
    events: (value) => Array.isArray(value) && value.length <= maxBatchEvents,
  },
  { token: text(0, 4096) },
);

/**
 * The short way for a delivery as our SDK sends it: whether this is, beyond doubt, a valid envelope. `false` says nothing,
 * the schema judges then. Of its events nothing is said.
 */
export function isPlainEnvelope(body: unknown): body is BatchEnvelope {
  return typeof body === "object" && body !== null && !Array.isArray(body) && hasShape(body, envelope);
}
