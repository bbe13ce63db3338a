import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import type { Platform } from "../ports/platform.ts";
import { byteLength } from "./envelope.ts";
import { sendLeaving } from "./leave.ts";
import { createLedger, keepaliveBytes } from "./ledger.ts";

afterEach(() => vi.unstubAllGlobals());

const address = "https://collector.example/v1/events?key=pk_1";

/** A page that leaves: what it hands to the browser, and what is still under way. */
function page(answer: () => Promise<Response>) {
  const bodies: string[] = [];
  const flying = new Set<string>();
  const platform = {
    fetch: (_: string, init: RequestInit) => {
      bodies.push(String(init.body));
      return answer();
    },
    after: () => () => undefined,
  } as unknown as Platform;
  const it = {
    ...{ platform, address, flying, stamp: { method: "POST" }, ledger: createLedger(keepaliveBytes) },
    wrap: (texts: readonly string[]) => `{"events":[${texts.join()}]}`,
    answered: () => Promise.resolve(),
    landed: () => undefined,
  };
  return { it, bodies, flying };
}

const never = (): Promise<Response> => new Promise(() => undefined);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it("Q3 Q4 counts bytes as they travel: Japanese, emoji and ASCII, and never hands over more than the quota", () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom("a", "\u00e9", "\u65e5", "\u{1f600}"), maxLength: 3000 }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(texts, (all) => {
      const { it: leaving, bodies, flying } = page(never);
      sendLeaving(leaving, new Map(all.map((text, at) => [String(at), JSON.stringify(text)])));
      const bytes = bodies.reduce((sum, body) => sum + new Blob([body]).size + address.length, 0);
      expect(bytes).toBeLessThanOrEqual(65_039);
      // The oldest go, and nothing that fits is left out.
      const sent = bodies.flatMap((body) => (JSON.parse(body) as { events: string[] }).events);
      expect(sent).toEqual(all.slice(0, sent.length));
      expect(flying.size).toBe(sent.length);
      // What stays behind would not have fitted.
      const next = new Blob([JSON.stringify(all[sent.length] ?? "")]).size;
      const more = next + address.length + 512 + 20;
      if (sent.length < all.length) expect(bytes + bodies.length * 512 + more).toBeGreaterThan(65_536);
    }),
    { numRuns: 60 },
  );
});

it("Q3 gives its bytes back once answered, so that the next leaving finds room", async () => {
  const { it: leaving, bodies, flying } = page(() => Promise.resolve(new Response("{}", { status: 202 })));
  const text = JSON.stringify("x".repeat(15_000));
  for (let round = 0; round < 3; round++) {
    sendLeaving(leaving, new Map([0, 1, 2, 3].map((at) => [`${round}-${at}`, text])));
    await settled();
  }
  expect(bodies.length).toBe(12);
  expect(flying.size).toBe(0);
  expect(byteLength("\u65e5")).toBe(3);
});

it.each([
  ["has no keepalive", true],
  ["refuses it", false],
])("Q3 a beacon goes where the browser %s, and its bytes stay booked", async (_, missing) => {
  const beacons: string[] = [];
  vi.stubGlobal("navigator", { sendBeacon: (_address: string, body: string) => beacons.push(body) > 0 });
  if (missing) vi.stubGlobal("Request", class {});
  const { it: leaving, flying } = page(() => Promise.reject(new TypeError("quota")));
  sendLeaving(leaving, new Map([["a", '"one"']]));
  await settled();
  expect(beacons).toEqual(['{"events":["one"]}']);
  expect([...flying]).toEqual(["a"]);
});

it("Q3 a host's fetch that throws at once costs nothing either", async () => {
  vi.stubGlobal("navigator", { sendBeacon: () => false });
  const { it: leaving, flying } = page(() => {
    throw new Error("patched");
  });
  sendLeaving(leaving, new Map([["a", '"one"']]));
  await settled();
  expect(flying.size).toBe(0);
});

it("Q3 what neither goes is not under way any more", async () => {
  vi.stubGlobal("navigator", { sendBeacon: () => false });
  const { it: leaving, flying } = page(() => Promise.reject(new TypeError("quota")));
  sendLeaving(leaving, new Map([["a", '"one"']]));
  await settled();
  expect(flying.size).toBe(0);
});
