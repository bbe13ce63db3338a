import type { EnvelopeContent } from "@waymark/schema";
import type { Later, Waiting } from "./box.ts";
import { fromBase64url } from "./bytes.ts";
import { seal } from "./seal.ts";

/** Bytes of every envelope, full or empty, and what the text in it may have: without the key that seals it and the tag. */
const envelopeBytes = 4096;
const room = envelopeBytes - 65 - 16;

/** The collector reads no more of one kind in an envelope. */
const mostOfKind = 10;

const empty: EnvelopeContent = {
  ...{ format: "waymark.envelope/1", reports: [], withdrawn: [], ratings: [], replies: [] },
};

const written = (content: EnvelopeContent): Uint8Array => new TextEncoder().encode(JSON.stringify(content));

const fits = (content: EnvelopeContent): boolean =>
  written(content).length <= room &&
  [content.reports, content.withdrawn, content.ratings, content.replies].every(({ length }) => length <= mostOfKind);

/** The content with one thing more. */
function withOne(content: EnvelopeContent, each: Waiting | Later): EnvelopeContent {
  if (!("say" in each)) {
    const { journey, step, reason, before, text, token } = each;
    return { ...content, reports: [...content.reports, { journey, step, reason, before, text, token }] };
  }
  const { say } = each;
  if (say.kind === "withdrawn") return { ...content, withdrawn: [...content.withdrawn, say.token] };
  const { receipt, answer } = say;
  if (say.kind === "rating") return { ...content, ratings: [...content.ratings, { receipt, answer, help: say.help }] };
  return { ...content, replies: [...content.replies, { receipt, answer, text: say.text }] };
}

/**
 * An envelope: always of one size, whatever is in it.
 *
 * @returns the bytes, and the ids of what found room; the others wait for the next week.
 */
export async function sealEnvelope(
  key: string,
  cargo: readonly (Waiting | Later)[],
): Promise<{ body: Uint8Array<ArrayBuffer>; taken: string[] }> {
  const taken: string[] = [];
  let content = empty;
  for (const each of cargo) {
    const more = withOne(content, each);
    if (!fits(more)) continue;
    content = more;
    taken.push(each.id);
  }
  // Spaces after the text: JSON does not mind them.
  const plain = new Uint8Array(room).fill(32);
  plain.set(written(content));
  return { body: await seal(fromBase64url(key), "waymark.envelope/1", plain), taken };
}
