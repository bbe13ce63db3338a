import type { IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import { CollectorError } from "../errors.ts";
import { cutDeep } from "../ingest/cut-deep.ts";

/** Largest body on the wire. */
export const maxBodyBytes = 1_048_576;
/** Largest body once unpacked: a small file may unpack to gigabytes. */
export const maxUnpackedBytes: number = 4 * 1_048_576;

/** Of all bodies that are being read at a time in this process: many slow senders at once must not fill the memory. */
export const maxHeldBytes: number = 64 * 1_048_576;
let held = 0;

/** Collects a body up to the limits. What a sender announces need not be true. */
interface Basket {
  add(chunk: Uint8Array): void;
  /** All of it. */
  take(): Buffer;
  /** Gives its room back. */
  release(): void;
}

function createBasket(): Basket {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    add(chunk) {
      size += chunk.byteLength;
      held += chunk.byteLength;
      if (size > maxBodyBytes) throw new CollectorError("body_too_large");
      if (held > maxHeldBytes) throw new CollectorError("cannot_keep");
      chunks.push(chunk);
    },
    take: () => Buffer.concat(chunks, size),
    release() {
      held -= size;
      size = 0;
    },
  };
}

async function readStream(body: ReadableStream<Uint8Array>, basket: Basket): Promise<void> {
  try {
    for await (const chunk of body) basket.add(chunk);
  } catch (error) {
    // The sender went away: no fault of ours, so nothing for the log.
    throw error instanceof CollectorError ? error : new CollectorError("body_incomplete");
  }
}

/** Straight from Node's request: a web stream in between costs more than all the rest of the reading. */
function readIncoming(incoming: IncomingMessage, basket: Basket): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (error: unknown): void => {
      incoming.off("data", take).off("end", end).off("error", lost).off("close", lost);
      // Whoever is gone may still say so.
      incoming.on("error", () => undefined);
      // What is still to come is let go, so that the answer can leave.
      incoming.resume();
      reject(error);
    };
    const take = (chunk: Uint8Array): void => {
      try {
        basket.add(chunk);
      } catch (error) {
        stop(error);
      }
    };
    const lost = (): void => stop(new CollectorError("body_incomplete"));
    const end = (): void => {
      incoming.off("error", lost).off("close", lost);
      resolve();
    };
    incoming.on("data", take).once("end", end).once("error", lost).once("close", lost);
  });
}

/** A body as it came, up to the limits. */
export async function readBytes(request: Request, incoming: IncomingMessage | undefined): Promise<Uint8Array> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > maxBodyBytes) throw new CollectorError("body_too_large");
  const basket = createBasket();
  try {
    if (incoming !== undefined && !incoming.readableEnded) await readIncoming(incoming, basket);
    else if (request.body !== null) await readStream(request.body, basket);
    return basket.take();
  } finally {
    basket.release();
  }
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

const decoder = new TextDecoder();

/** How a body is read where it is not read as usual. */
export interface Reading {
  /** One more content type that is read here. */
  another?: string | undefined;
  /** Node's own request, where there is one and nobody has read it. */
  incoming?: IncomingMessage | undefined;
  /** Whoever reads on cuts off what is nested too deep, see {@link cutDeep}. */
  uncut?: boolean | undefined;
}

/** The body as JSON: `application/json` or `text/plain`, plain or gzip. */
export async function readJson(
  request: Request,
  { another = "", incoming, uncut = false }: Reading = {},
): Promise<unknown> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!readable.has(type) && type !== another) throw new CollectorError("content_type", { received: type });
  const encoding = (request.headers.get("content-encoding") ?? "").trim().toLowerCase();
  const text = decoder.decode(unpack(await readBytes(request, incoming), encoding));
  try {
    const parsed: unknown = JSON.parse(text);
    return uncut ? parsed : cutDeep(parsed);
  } catch (error) {
    throw new CollectorError("not_json", { message: error instanceof SyntaxError ? error.message : "it is not text" });
  }
}
