import { gunzipSync } from "node:zlib";
import { CollectorError } from "../errors.ts";

/** Largest body on the wire. */
export const maxBodyBytes = 1_048_576;
/** Largest body once unpacked: a small file may unpack to gigabytes. */
export const maxUnpackedBytes: number = 4 * 1_048_576;

async function readBytes(request: Request): Promise<Uint8Array> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > maxBodyBytes) throw new CollectorError("body_too_large");
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Read until the limit only: what a sender announces need not be true.
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) throw new CollectorError("body_too_large");
    chunks.push(chunk);
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

const readable = new Set(["application/json", "text/plain", "application/octet-stream", ""]);

/** The body as JSON: `application/json` or `text/plain`, plain or gzip. */
export async function readJson(request: Request): Promise<unknown> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!readable.has(type)) throw new CollectorError("content_type", { received: type });
  const encoding = (request.headers.get("content-encoding") ?? "").trim().toLowerCase();
  const text = new TextDecoder().decode(unpack(await readBytes(request), encoding));
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new CollectorError("not_json", { message: error instanceof SyntaxError ? error.message : "it is not text" });
  }
}
