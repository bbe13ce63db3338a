import { join, toBase64url } from "./bytes.ts";

/**
 * Blind signatures, RSABSSA-SHA384-PSS-Deterministic of RFC 9474: the issuer signs what it cannot see. WebCrypto has no raw
 * RSA, so the three multiplications are done with BigInt, and what comes out is checked by WebCrypto itself. The numbers
 * are the person's own: nobody who could time this learns more than they know already.
 */

type Bytes = Uint8Array<ArrayBuffer>;

const hash = "SHA-384";
const hashBytes = 48;
const saltBytes = 48;

/** Bytes as a number, the first byte weighing most. */
const toNumber = (bytes: Uint8Array): bigint => {
  let text = "0x0";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return BigInt(text);
};

const toBytes = (number: bigint, length: number): Bytes => {
  const text = number.toString(16).padStart(length * 2, "0");
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16));
};

const modulo = (a: bigint, n: bigint): bigint => ((a % n) + n) % n;

/** The number that gives 1 when multiplied, or `null` where there is none. */
function inverse(a: bigint, n: bigint): bigint | null {
  let [r, next, x, y] = [n, modulo(a, n), 0n, 1n];
  while (next > 0n) {
    const times = r / next;
    [r, next] = [next, r - times * next];
    [x, y] = [y, x - times * y];
  }
  return r === 1n ? modulo(x, n) : null;
}

/** To the power of the public exponent: sixteen squarings and one multiplication. */
function power(base: bigint, n: bigint): bigint {
  let result = base;
  for (let bit = 0; bit < 16; bit++) result = (result * result) % n;
  return (result * base) % n;
}

const digest = async (...parts: Uint8Array[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(hash, join(...parts)));

/** EMSA-PSS of RFC 8017 with MGF1. */
async function encode(message: Uint8Array, salt: Uint8Array, bytes: number): Promise<Uint8Array> {
  const sum = await digest(new Uint8Array(8), await digest(message), salt);
  const length = bytes - hashBytes - 1;
  const block = new Uint8Array(length);
  block[length - saltBytes - 1] = 1;
  block.set(salt, length - saltBytes);
  const mask: number[] = [];
  for (let count = 0; mask.length < length; count++) mask.push(...(await digest(sum, toBytes(BigInt(count), 4))));
  const masked = block.map((byte, at) => (byte ^ (mask[at] ?? 0)) & (at === 0 ? 0x7f : 0xff));
  return join(masked, sum, [0xbc]);
}

/** What is left to chance; tests give it. */
export interface Chance {
  salt: Uint8Array;
  /** The blinding factor. */
  factor: Uint8Array;
}

/** What to send, and what to keep until it is signed. */
export interface Blinded {
  blinded: Bytes;
  /** The inverse of the blinding factor. */
  inverse: Bytes;
}

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/**
 * Hides a message, so that its signer cannot know it again.
 *
 * @param modulus - The signer's public key: 256 bytes for RSA-2048; the exponent is 65537.
 */
export async function blind(modulus: Uint8Array, message: Uint8Array, chance?: Chance): Promise<Blinded> {
  const n = toNumber(modulus);
  const bytes = modulus.length;
  const encoded = toNumber(await encode(message, chance?.salt ?? random(saltBytes), bytes));
  for (;;) {
    const factor = toNumber(chance?.factor ?? random(bytes));
    const back = factor < n ? inverse(factor, n) : null;
    if (back === null) continue;
    return { blinded: toBytes((encoded * power(factor, n)) % n, bytes), inverse: toBytes(back, bytes) };
  }
}

/** The signature of the hidden message, or `null` where it is none under this key. */
export async function unblind(
  modulus: Uint8Array,
  message: Bytes,
  signature: Uint8Array,
  { inverse: back }: Pick<Blinded, "inverse">,
): Promise<Bytes | null> {
  const n = toNumber(modulus);
  const plain = toBytes((toNumber(signature) * toNumber(back)) % n, modulus.length);
  const jwk = { kty: "RSA", n: toBase64url(modulus), e: "AQAB" };
  const key = await crypto.subtle.importKey("jwk", jwk, { name: "RSA-PSS", hash }, false, ["verify"]);
  const holds = await crypto.subtle.verify({ name: "RSA-PSS", saltLength: saltBytes }, key, plain, message);
  return holds ? plain : null;
}
