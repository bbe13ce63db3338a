import type { EnvelopeContent, SealedReport } from "@waymark/schema";
import type { Waiting } from "./box.ts";
import { fromBase64url } from "./bytes.ts";
import { seal } from "./seal.ts";

/** Bytes of every envelope, full or empty, and what the text in it may have: without the key that seals it and the tag. */
const envelopeBytes = 4096;
const room = envelopeBytes - 65 - 16;

const written = (reports: readonly SealedReport[]): Uint8Array => {
  const content: EnvelopeContent = { format: "waymark.envelope/1", reports: [...reports], withdrawn: [] };
  return new TextEncoder().encode(JSON.stringify(content));
};

/**
 * An envelope: always of one size, whatever is in it.
 *
 * @returns the bytes, and the ids of the reports that found room; the others wait for the next week.
 */
export async function sealEnvelope(
  key: string,
  cargo: readonly Waiting[],
): Promise<{ body: Uint8Array<ArrayBuffer>; taken: string[] }> {
  const taken: string[] = [];
  let reports: SealedReport[] = [];
  for (const { id, journey, step, reason, text, token } of cargo) {
    const more = [...reports, { journey, step, reason, text, token }];
    if (written(more).length > room) continue;
    reports = more;
    taken.push(id);
  }
  // Spaces after the text: JSON does not mind them.
  const plain = new Uint8Array(room).fill(32);
  plain.set(written(reports));
  return { body: await seal(fromBase64url(key), "waymark.envelope/1", plain), taken };
}
