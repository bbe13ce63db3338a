import { toJson } from "../ports/to-json.ts";
import type { Guest } from "../runtime/guest.ts";
import type { Losses } from "./losses.ts";

declare const __VERSION__: string;

const encoder = new TextEncoder();

/** As it travels: in UTF-8 a Japanese character takes three bytes. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** The body of one delivery, stamped with this attempt's moment. Events are JSON already and are not written anew. */
export function envelope(guest: Guest, texts: Iterable<string>, token?: string, dropped?: Losses): string {
  const { id, roles } = guest.$person.get();
  const head = toJson({
    sentAt: new Date(guest.platform.now()).toISOString(),
    person: id,
    roles,
    locale: guest.locale,
    sdk: `sdk/${__VERSION__}`,
    token,
    dropped,
  });
  return `${head.slice(0, -1)},"events":[${[...texts].join()}]}`;
}

/** Sent as text/plain so that the browser asks nobody first; the collector knows gzip by its first bytes. */
export async function gzip(text: string): Promise<Blob | string> {
  if (typeof CompressionStream === "undefined") return text;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Blob([await new Response(stream).arrayBuffer()], { type: "text/plain" });
}
