import { createDecipheriv, createECDH, createHmac } from "node:crypto";

/** HPKE of RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, one message. */
const kem = Buffer.from("KEM\x00\x10", "latin1");
const suite = Buffer.from("HPKE\x00\x10\x00\x01\x00\x01", "latin1");
const none = Buffer.alloc(0);
const pointBytes = 65;
const tagBytes = 16;

const mac = (key: Uint8Array, ...parts: Uint8Array[]): Buffer =>
  createHmac("sha256", key).update(Buffer.concat(parts)).digest();

const version = Buffer.from("HPKE-v1");
const extract = (id: Buffer, salt: Uint8Array, label: string, from: Uint8Array): Buffer =>
  mac(salt, version, id, Buffer.from(label), from);
const expand = (id: Buffer, key: Uint8Array, label: string, info: Uint8Array, length: number): Buffer =>
  mac(key, Buffer.from([length >> 8, length & 255]), version, id, Buffer.from(label), info, Buffer.of(1)).subarray(
    0,
    length,
  );

/** A new pair: the public point, 65 bytes, and the private number. */
export function makeSealPair(): { publicKey: Buffer; privateKey: Buffer } {
  const pair = createECDH("prime256v1");
  const publicKey = pair.generateKeys();
  return { publicKey, privateKey: pair.getPrivateKey() };
}

/** What was sealed for this key, or `null` where it was not, or was changed on its way. */
export function openSealed(
  privateKey: Uint8Array,
  info: string,
  sealed: Uint8Array,
  aad: Uint8Array = none,
): Buffer | null {
  try {
    const own = createECDH("prime256v1");
    own.setPrivateKey(privateKey);
    const sender = sealed.subarray(0, pointBytes);
    const early = extract(kem, none, "eae_prk", own.computeSecret(sender));
    const shared = expand(kem, early, "shared_secret", Buffer.concat([sender, own.getPublicKey()]), 32);
    const hashes = [extract(suite, none, "psk_id_hash", none), extract(suite, none, "info_hash", Buffer.from(info))];
    const about = Buffer.concat([Buffer.of(0), ...hashes]);
    const late = extract(suite, shared, "secret", none);
    const iv = expand(suite, late, "base_nonce", about, 12);
    const cipher = createDecipheriv("aes-128-gcm", expand(suite, late, "key", about, 16), iv);
    cipher.setAAD(aad);
    cipher.setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([cipher.update(sealed.subarray(pointBytes, -tagBytes)), cipher.final()]);
  } catch {
    // Whatever is wrong with it, it is no envelope for us.
    return null;
  }
}
