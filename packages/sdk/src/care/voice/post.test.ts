import { describe, expect, it } from "vitest";
import { toBase64url } from "./bytes.ts";
import { sealEnvelope } from "./seal-envelope.ts";
import { planFor } from "./voice-post.ts";

const monday = Date.UTC(2026, 10, 16);
const hour = 3_600_000;

describe("the weekly envelope", () => {
  it("V34 its minute is drawn once a week, on one of five days, and nothing that happens later moves it", () => {
    const first = planFor(monday + 9 * hour, null);
    expect(first).toMatchObject({ week: "2026-W47", sent: false });
    expect(planFor(monday + 100 * hour, first)).toBe(first);
    const next = planFor(monday + 170 * hour, { ...first, sent: true });
    expect(next).toMatchObject({ week: "2026-W48", sent: false });
    const minutes = Array.from({ length: 400 }, () => (planFor(monday, null).at - monday) / 60_000);
    expect(minutes.every((each) => Number.isInteger(each) && each >= 0 && each < 5 * 24 * 60)).toBe(true);
    // Of 400 draws over 7,200 minutes: a draw that was none would repeat itself, or stay on one day.
    expect(new Set(minutes).size).toBeGreaterThan(300);
    expect(new Set(minutes.map((each) => Math.floor(each / 1440))).size).toBe(5);
  });

  it("V39 it has one size, empty or full, and what finds no room waits for the next", async () => {
    const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
    const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
    const key = btoa(String.fromCharCode(...raw)).replace(/[+/=]/g, (each) =>
      each === "+" ? "-" : each === "/" ? "_" : "",
    );
    const report = (n: number, text: string) => ({
      ...{ id: `r${n}`, journey: "win", step: `s${n}`, reason: null, before: null, text, token: "A".repeat(472) },
      ...{ made: "2026-W46", sent: null },
    });
    const sizes: number[] = [];
    for (const cargo of [[], [report(0, "")], [report(0, "詰".repeat(500))]]) {
      const { body, taken } = await sealEnvelope(key, cargo);
      sizes.push(body.length);
      expect(taken).toEqual(cargo.map(({ id }) => id));
    }
    expect(sizes).toEqual([4096, 4096, 4096]);
    const many = Array.from({ length: 5 }, (_, n) => report(n, "詰".repeat(400)));
    const { body, taken } = await sealEnvelope(key, many);
    expect(body).toHaveLength(4096);
    expect(taken).toEqual(["r0", "r1"]);
  });

  it("V39 V40 ratings, replies and what is asked back ride the same envelope, no more of a kind than the collector reads", async () => {
    const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
    const key = toBase64url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
    const receipt = "A".repeat(43);
    const ratings = Array.from({ length: 12 }, (_, n) => ({
      ...{ id: `rating ${n}`, sent: null },
      say: { kind: "rating", receipt, answer: `a${n}`, help: "yes" } as const,
    }));
    const more = [
      { id: "back", say: { kind: "withdrawn", token: "A".repeat(472) } as const, sent: null },
      { id: "reply", say: { kind: "reply", receipt, answer: "a1", text: "Six are left." } as const, sent: null },
    ];
    const { body, taken } = await sealEnvelope(key, [...ratings, ...more]);
    expect(body).toHaveLength(4096);
    expect(taken).toEqual([...ratings.slice(0, 10), ...more].map(({ id }) => id));
  });
});
