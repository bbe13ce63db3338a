import { attempt } from "../ports/attempt.ts";

const hex = (value: number, length: number): string => value.toString(16).padStart(length, "0");

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter that keeps ids of one millisecond in
 * their order, then random bits.
 */
export function createIds(): (now: number) => string {
  let lastMs = 0;
  let count = 0;
  return (now) => {
    count = now > lastMs ? 0 : count + 1;
    // More than 4,096 ids in a millisecond, or a clock that went back: borrow from the future rather than repeat.
    lastMs = Math.max(now, lastMs) + (count >> 12);
    count &= 4095;
    // Where a sandbox has no cryptography, ids that are only unlikely to meet: they keep events apart and guard nothing.
    const [a = 0, b = 0] =
      attempt(() => crypto.getRandomValues(new Uint32Array(2))) ?? [0, 0].map(() => Math.random() * 2 ** 32);
    const time = hex(lastMs, 12);
    const tail = `${hex((a & 0x3fff) | 0x8000, 4)}-${hex(a >>> 16, 4)}${hex(b >>> 0, 8)}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(count, 3)}-${tail}`;
  };
}
