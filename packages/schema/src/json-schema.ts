import * as z from "zod/mini";
import { journeySchema } from "./journey.ts";

/**
 * The JSON Schema (draft 2020-12) of a journey document, as editors use it through `$schema`. It is published as
 * `@waymark/schema/journey.schema.json`.
 */
export function journeyJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(journeySchema, { io: "input", reused: "ref" });
  return { $id: "urn:waymark:journey:1", title: "Waymark journey", ...schema };
}
