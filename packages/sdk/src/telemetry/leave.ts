import type { Platform, Stop } from "../ports/platform.ts";
import { byteLength } from "./envelope.ts";
import type { Ledger } from "./ledger.ts";

/** Several bodies rather than one: where the host uses the quota too, the smaller ones still fit. */
const bodyBytes = 16_000;
/** What Chromium counts beside body and address: 497 bytes were measured for both. */
const headerBytes = 512;
/** A beacon never says what became of it: until then it counts as under way. */
const beaconMs = 30_000;

/** What leaving needs of the sender. */
export interface Leaving {
  platform: Platform;
  address: string;
  /** How a request of ours is made. */
  stamp: RequestInit;
  ledger: Ledger;
  /** Events under way in a body of ours; nobody else sends them meanwhile. */
  flying: Set<string>;
  wrap(texts: readonly string[]): string;
  /** What the collector said. */
  answered(ids: readonly string[], response: Response): Promise<unknown>;
  /** They did not arrive, or nobody knows: what waits on disk is sent as usual. */
  landed(): void;
}

function parts(events: ReadonlyMap<string, string>): Map<string, string>[] {
  const all: Map<string, string>[] = [];
  let part = new Map<string, string>();
  let bytes = 0;
  for (const [id, text] of events) {
    const own = byteLength(text) + 1;
    if (part.size === 0 || bytes + own > bodyBytes) {
      part = new Map();
      bytes = 0;
      all.push(part);
    }
    part.set(id, text);
    bytes += own;
  }
  return all;
}

function beacon(it: Leaving, body: string, end: Stop): void {
  // Not every browser has it, and it says no when the quota is used up.
  if (navigator.sendBeacon?.(it.address, body)) it.platform.after(beaconMs, end);
  else end();
}

function send(it: Leaving, ids: readonly string[], release: Stop, body: string): void {
  for (const id of ids) it.flying.add(id);
  const end = (): void => {
    release();
    for (const id of ids) it.flying.delete(id);
    it.landed();
  };
  if (!("keepalive" in Request.prototype)) {
    beacon(it, body, end);
    return;
  }
  // A host's own `fetch` may throw at once: inside a promise that is a refusal like any other.
  new Promise<Response>((resolve) =>
    resolve(it.platform.fetch(it.address, { ...it.stamp, body, keepalive: true })),
  ).then(
    (response) => it.answered(ids, response).then(end, end),
    () => beacon(it, body, end),
  );
}

/** Sends what fits while the page goes, the oldest first: plain, since nobody waits for a compressor then. */
export function sendLeaving(it: Leaving, events: ReadonlyMap<string, string>): void {
  for (const part of parts(events)) {
    const ids = [...part.keys()];
    const texts = [...part.values()];
    let release: Stop | null = null;
    while (texts.length > 0 && !release) {
      const body = it.wrap(texts);
      release = it.ledger.reserve(byteLength(body) + it.address.length + headerBytes);
      if (release) send(it, ids.slice(0, texts.length), release, body);
      else texts.pop();
    }
    if (texts.length < ids.length) return;
  }
}
