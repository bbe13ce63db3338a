import { constants, createHash, createPublicKey, type KeyObject, privateDecrypt, verify } from "node:crypto";

/** Privacy Pass: publicly verifiable tokens by blind RSA (RFC 9578). */
const tokenType = 0x0002;
const inputBytes = 98;
const tokenBytes = 354;

const sha256 = (...parts: Uint8Array[]): Buffer => createHash("sha256").update(Buffer.concat(parts)).digest();

/** `SubjectPublicKeyInfo` of an RSASSA-PSS key with SHA-384 and a salt of 48 bytes, around its modulus (RFC 9578, 8.2.2). */
const before = Buffer.from(
  "MIIBUjA9BgkqhkiG9w0BAQowMKANMAsGCWCGSAFlAwQCAqEaMBgGCSqGSIb3DQEBCDALBglghkgBZQMEAgKiAwIBMAOCAQ8AMIIBCgKCAQEA",
  "base64",
);
const after = Buffer.of(2, 3, 1, 0, 1);

/** A key's id: SHA-256 over the public key as RFC 9578 writes it. */
export const tokenKeyId = (modulus: string): Buffer => sha256(before, Buffer.from(modulus, "base64url"), after);

/** SHA-256 of the challenge of RFC 9577: type, issuer, no redemption context, no origin. */
export function challengeDigest(issuer: string): Buffer {
  const name = Buffer.from(issuer);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(tokenType, 0);
  head.writeUInt16BE(name.length, 2);
  return sha256(head, name, Buffer.alloc(3));
}

/** A redeemed token, taken apart. */
export interface Token {
  input: Buffer;
  signature: Buffer;
  /** Of the key it was signed with, hex. */
  keyId: string;
  challenge: Buffer;
  /** SHA-256 of its nonce, hex: what is remembered so that it cannot come twice. */
  mark: string;
}

/** The parts of a token, or `null` where it is none. */
export function readToken(text: string): Token | null {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== tokenBytes || bytes.readUInt16BE(0) !== tokenType) return null;
  const input = bytes.subarray(0, inputBytes);
  return {
    input,
    signature: bytes.subarray(inputBytes),
    keyId: input.subarray(66).toString("hex"),
    challenge: input.subarray(34, 66),
    mark: sha256(input.subarray(2, 34)).toString("hex"),
  };
}

/** Whether a token was signed with the key of a modulus (base64url): RSA-PSS, SHA-384, salt 48. */
export function tokenHolds({ input, signature }: Token, modulus: string): boolean {
  const key = createPublicKey({ key: { kty: "RSA", n: modulus, e: "AQAB" }, format: "jwk" });
  return verify("sha384", input, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, signature);
}

/**
 * Signs a blinded message: raw RSA by OpenSSL, which blinds on its own and takes the same time for every message.
 *
 * @returns `null` where the message is no number below the modulus.
 */
export function signBlinded(key: KeyObject, message: Uint8Array): Buffer | null {
  try {
    return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, message);
  } catch {
    // The only thing left that can be wrong with 256 bytes: too large a number.
    return null;
  }
}
