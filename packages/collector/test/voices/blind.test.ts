import { constants, generateKeyPairSync, type KeyObject, privateDecrypt } from "node:crypto";
import { readFileSync } from "node:fs";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { describe, expect, it } from "vitest";
import { blind, unblind } from "../../../sdk/src/care/voice/blind.ts";

const vector = JSON.parse(readFileSync(new URL("rfc9474.json", import.meta.url), "utf8")) as Record<string, string>;
const bytes = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(vector[name] ?? "", "hex"));
const hex = (of: Uint8Array | null | undefined): string => Buffer.from(of ?? []).toString("hex");

/** The inverse of a number modulo another. */
function inverseOf(value: bigint, of: bigint): bigint {
  let [a, b, x, y] = [of, value, 0n, 1n];
  while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % of) + of) % of;
}

/** The issuer's part, as the collector does it. */
const sign = (key: KeyObject, blinded: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded));

describe("blind signatures", () => {
  it("V30 are those of RFC 9474, by its own test vector", async () => {
    const n = BigInt(`0x${vector.n}`);
    const factor = inverseOf(BigInt(`0x${vector.inv}`), n)
      .toString(16)
      .padStart(1024, "0");
    const chance = { salt: bytes("salt"), factor: new Uint8Array(Buffer.from(factor, "hex")) };
    const made = await blind(bytes("n"), bytes("msg"), chance);
    expect(hex(made.blinded)).toBe(vector.blinded);
    expect(hex(made.inverse)).toBe(vector.inv);
    expect(hex(await unblind(bytes("n"), bytes("msg"), bytes("blindSig"), made))).toBe(vector.sig);
  });

  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const modulus = new Uint8Array(Buffer.from(publicKey.export({ format: "jwk" }).n ?? "", "base64url"));
  const message = new TextEncoder().encode("a message of ours");

  it("V31 round-trip through OpenSSL, and a wrong signature, message or key is none", async () => {
    const made = await blind(modulus, message);
    const signature = sign(privateKey, made.blinded);
    expect(await unblind(modulus, message, signature, made)).toHaveLength(256);
    expect(await unblind(modulus, message, made.blinded, made)).toBeNull();
    expect(await unblind(modulus, new Uint8Array(3), signature, made)).toBeNull();
    expect(await unblind(bytes("n").slice(0, 256), message, signature, made)).toBeNull();
  });

  it("V31 blind the same message differently every time", async () => {
    const [one, two] = [await blind(modulus, message), await blind(modulus, message)];
    expect(hex(one.blinded)).not.toBe(hex(two.blinded));
  });

  it("V30 agree with another implementation, each finishing what the other blinded", async () => {
    const suite = RSABSSA.SHA384.PSS.Deterministic();
    const spki = publicKey.export({ format: "der", type: "spki" });
    const key = await crypto.subtle.importKey("spki", spki, { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);
    const theirs = await suite.blind(key, message);
    const inverse = new Uint8Array(theirs.inv);
    expect(await unblind(modulus, message, sign(privateKey, theirs.blindedMsg), { inverse })).toHaveLength(256);
    const ours = await blind(modulus, message);
    const finished = await suite.finalize(key, message, sign(privateKey, ours.blinded), ours.inverse);
    expect(await suite.verify(key, finished, message)).toBe(true);
  });
});
