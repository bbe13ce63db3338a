import { join, type Part, twoBytes } from "./bytes.ts";

/** HPKE of RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, one message. */
const kem = join("KEM", twoBytes(0x0010));
const suite = join("HPKE", twoBytes(0x0010), twoBytes(0x0001), twoBytes(0x0001));
const curve = { name: "ECDH", namedCurve: "P-256" };

type Bytes = Uint8Array<ArrayBuffer>;
const none = new Uint8Array(0);

async function mac(key: Bytes, ...parts: readonly Part[]): Promise<Bytes> {
  // An empty key is one of zeros; WebCrypto takes the latter only.
  const raw = key.length === 0 ? new Uint8Array(32) : key;
  const made = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", made, join(...parts)));
}

const extract = (id: Bytes, salt: Bytes, label: string, from: Bytes): Promise<Bytes> =>
  mac(salt, "HPKE-v1", id, label, from);
const expand = async (id: Bytes, key: Bytes, label: string, info: Bytes, length: number): Promise<Bytes> =>
  (await mac(key, twoBytes(length), "HPKE-v1", id, label, info, [1])).slice(0, length);

/**
 * Seals bytes for whoever has the private key: 65 bytes of a key that is used once, then the text and its tag of 16 bytes.
 *
 * @param publicKey - P-256, 65 bytes uncompressed.
 */
export async function seal(publicKey: Bytes, info: string, plain: Bytes): Promise<Bytes> {
  const { subtle } = crypto;
  const pair = await subtle.generateKey(curve, true, ["deriveBits"]);
  const receiver = await subtle.importKey("raw", publicKey, curve, false, []);
  const secret = new Uint8Array(await subtle.deriveBits({ name: "ECDH", public: receiver }, pair.privateKey, 256));
  const own = new Uint8Array(await subtle.exportKey("raw", pair.publicKey));
  const early = await extract(kem, none, "eae_prk", secret);
  const shared = await expand(kem, early, "shared_secret", join(own, publicKey), 32);
  const about = join(
    [0],
    await extract(suite, none, "psk_id_hash", none),
    await extract(suite, none, "info_hash", join(info)),
  );
  const late = await extract(suite, shared, "secret", none);
  const key = await subtle.importKey("raw", await expand(suite, late, "key", about, 16), "AES-GCM", false, ["encrypt"]);
  const iv = await expand(suite, late, "base_nonce", about, 12);
  return join(own, new Uint8Array(await subtle.encrypt({ name: "AES-GCM", iv }, key, plain)));
}
