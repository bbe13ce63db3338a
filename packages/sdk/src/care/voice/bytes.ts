/** Bytes as text without padding, base64url. */
export function toBase64url(bytes: Uint8Array): string {
  const signs: Readonly<Record<string, string>> = { "+": "-", "/": "_" };
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (each) => signs[each] ?? "");
}

/** The bytes of such a text. Throws where it is none. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (each) => each.charCodeAt(0));
}

/** What can be put together to bytes: a text counts as its UTF-8. */
export type Part = Uint8Array | readonly number[] | string;

/** Bytes one after the other. */
export function join(...parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  return Uint8Array.from(parts.flatMap((each) => [...(typeof each === "string" ? encoder.encode(each) : each)]));
}

/** A number in two bytes. */
export const twoBytes = (number: number): number[] => [number >> 8, number & 255];
