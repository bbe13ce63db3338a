import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

/** What is kept sealed grows in steps of this, so that its size says next to nothing. */
const step = 65_536;
const ivBytes = 12;
const tagBytes = 16;

/** A key for one purpose, from a project's secret that is not in the database. */
export const keyFor = (secret: string, purpose: string): Buffer =>
  createHmac("sha256", secret).update(`waymark voices\n${purpose}`).digest();

/** Seals a value with a key that is not in the database: whoever has the database alone reads nothing. */
export function sealAtRest(key: Uint8Array, value: unknown, least: number = step): string {
  const text = Buffer.from(JSON.stringify(value));
  const plain = Buffer.alloc(Math.ceil((text.length + 1) / least) * least, " ");
  text.copy(plain);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** What was sealed. Throws where the key is another or something was changed. */
export function openAtRest(key: Uint8Array, sealed: string): unknown {
  const bytes = Buffer.from(sealed, "base64url");
  const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivBytes));
  cipher.setAuthTag(bytes.subarray(-tagBytes));
  const plain = Buffer.concat([cipher.update(bytes.subarray(ivBytes, -tagBytes)), cipher.final()]);
  return JSON.parse(plain.toString()) as unknown;
}
