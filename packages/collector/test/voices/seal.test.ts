import { expect, test } from "vitest";
import { seal } from "../../../sdk/src/care/voice/seal.ts";
import { makeSealPair, openSealed } from "../../src/voices/open-sealed.ts";

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));

/** RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, first message. */
const vector = {
  privateKey: "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2",
  sender:
    "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
  sealed: "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
};

test("V32 what RFC 9180 sealed is opened, and what the SDK seals", async () => {
  const rfc = openSealed(
    hex(vector.privateKey),
    "Ode on a Grecian Urn",
    hex(vector.sender + vector.sealed),
    Buffer.from("Count-0"),
  );
  expect(rfc?.toString()).toBe("Beauty is truth, truth beauty");
  const { publicKey, privateKey } = makeSealPair();
  const sealed = await seal(new Uint8Array(publicKey), "about", new Uint8Array(4015).fill(7));
  expect(sealed).toHaveLength(4096);
  expect(openSealed(privateKey, "about", sealed)).toEqual(Buffer.alloc(4015, 7));
  expect(openSealed(privateKey, "another", sealed)).toBeNull();
  expect(openSealed(makeSealPair().privateKey, "about", sealed)).toBeNull();
  for (const at of [0, 20, 70, 4095]) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openSealed(privateKey, "about", changed)).toBeNull();
  }
});

test("V32 the same text is sealed differently every time", async () => {
  const key = new Uint8Array(makeSealPair().publicKey);
  const [one, two] = [await seal(key, "a", new Uint8Array(9)), await seal(key, "a", new Uint8Array(9))];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
});
