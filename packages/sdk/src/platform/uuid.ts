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
    const bytes = crypto.getRandomValues(new Uint8Array(8));
    bytes[0] = ((bytes[0] ?? 0) & 63) | 128;
    const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const time = lastMs.toString(16).padStart(12, "0");
    const counter = count.toString(16).padStart(3, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${random.slice(0, 4)}-${random.slice(4)}`;
  };
}
