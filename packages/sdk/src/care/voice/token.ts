import { blind, unblind } from "./blind.ts";
import { fromBase64url, join, toBase64url, twoBytes } from "./bytes.ts";

/** Privacy Pass: publicly verifiable tokens by blind RSA (RFC 9578). */
const tokenType = 0x0002;

/** `SubjectPublicKeyInfo` of an RSASSA-PSS key with SHA-384 and a salt of 48 bytes, up to its modulus (RFC 9578, 8.2.2). */
const before =
  "MIIBUjA9BgkqhkiG9w0BAQowMKANMAsGCWCGSAFlAwQCAqEaMBgGCSqGSIb3DQEBCDALBglghkgBZQMEAgKiAwIBMAOCAQ8AMIIBCgKCAQEA";
const after = [2, 3, 1, 0, 1];

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** A public key's id: SHA-256 over it as RFC 9578 writes it. WebCrypto takes keys of another form, so this is written out. */
async function keyId(modulus: Uint8Array): Promise<Uint8Array> {
  return sha256(join(fromBase64url(before), modulus, after));
}

/** SHA-256 of the challenge of RFC 9577: the issuer alone, for the key says all the rest. */
async function challengeDigest(issuer: string): Promise<Uint8Array> {
  const name = new TextEncoder().encode(issuer);
  return sha256(join(twoBytes(tokenType), twoBytes(name.length), name, [0], twoBytes(0)));
}

/** A token that is being made; kept on the device until it is signed, so that asking again sends the same. */
export interface RawToken {
  /** The 98 bytes that are signed, base64url. */
  input: string;
  /** What the issuer sees of them. */
  blinded: string;
  inverse: string;
}

/**
 * Makes a token's message and hides it.
 *
 * @param modulus - Of the key that may sign it, base64url.
 */
export async function makeToken(issuer: string, modulus: string): Promise<RawToken> {
  const key = fromBase64url(modulus);
  const nonce = crypto.getRandomValues(new Uint8Array(32));
  const input = join(twoBytes(tokenType), nonce, await challengeDigest(issuer), await keyId(key));
  const { blinded, inverse } = await blind(key, input);
  return { input: toBase64url(input), blinded: toBase64url(blinded), inverse: toBase64url(inverse) };
}

/** The finished token, 354 bytes as base64url, or `null` where the signature does not hold under this key. */
export async function finishToken(modulus: string, raw: RawToken, signature: string): Promise<string | null> {
  const input = fromBase64url(raw.input);
  const back = { inverse: fromBase64url(raw.inverse) };
  const plain = await unblind(fromBase64url(modulus), input, fromBase64url(signature), back);
  return plain && toBase64url(join(input, plain));
}
