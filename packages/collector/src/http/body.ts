import { gunzipSync } from "node:zlib";
import { CollectorError } from "../errors.ts";

/** Largest body on the wire. */
export const maxBodyBytes = 1_048_576;
/** Largest body once unpacked: a small file may unpack to gigabytes. */
export const maxUnpackedBytes: number = 4 * 1_048_576;

/** Of all bodies that are being read at a time in this process: many slow senders at once must not fill the memory. */
export const maxHeldBytes: number = 64 * 1_048_576;
let held = 0;

async function readBytes(request: Request): Promise<Uint8Array> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > maxBodyBytes) throw new CollectorError("body_too_large");
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // Read until the limit only: what a sender announces need not be true.
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      held += chunk.byteLength;
      if (size > maxBodyBytes) throw new CollectorError("body_too_large");
      if (held > maxHeldBytes) throw new CollectorError("cannot_keep");
      chunks.push(chunk);
    }
  } catch (error) {
    // The sender went away: no fault of ours, so nothing for the log.
    throw error instanceof CollectorError ? error : new CollectorError("body_incomplete");
  } finally {
    held -= size;
  }
  return Buffer.concat(chunks);
}

function unpack(bytes: Uint8Array, encoding: string): Uint8Array {
  // Beacons cannot set headers: gzip is known by its first two bytes.
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (encoding !== "" && encoding !== "identity" && encoding !== "gzip") throw new CollectorError("not_gzip");
  if (!isGzip) {
    if (encoding === "gzip") throw new CollectorError("not_gzip");
    return bytes;
  }
  try {
    return gunzipSync(bytes, { maxOutputLength: maxUnpackedBytes });
  } catch (error) {
    const tooLarge = (error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE";
    throw new CollectorError(tooLarge ? "body_too_large" : "not_gzip");
  }
}

/** No document of ours is nested deeper; thousands of levels would exhaust the stack of whoever walks them. */
const deepest = 64;

/** Cuts off what lies too deep. What remains is refused where it stands, by the document's own rules. */
function cutDeep(value: unknown, level = 1): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (level > deepest) return "(too deep)";
  const inner = value as Record<string, unknown>;
  for (const key of Object.keys(inner)) {
    const before = inner[key];
    const after = cutDeep(before, level + 1);
    if (after !== before) inner[key] = after;
  }
  return value;
}

const readable = new Set(["application/json", "text/plain", "application/octet-stream", ""]);

/**
 * The body as JSON: `application/json` or `text/plain`, plain or gzip.
 *
 * @param another - One more content type that is read here.
 */
export async function readJson(request: Request, another = ""): Promise<unknown> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!readable.has(type) && type !== another) throw new CollectorError("content_type", { received: type });
  const encoding = (request.headers.get("content-encoding") ?? "").trim().toLowerCase();
  const text = new TextDecoder().decode(unpack(await readBytes(request), encoding));
  try {
    return cutDeep(JSON.parse(text));
  } catch (error) {
    throw new CollectorError("not_json", { message: error instanceof SyntaxError ? error.message : "it is not text" });
  }
}
