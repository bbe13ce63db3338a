import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { batch, event } from "./events.ts";
import { type Child, heapMb, ownFolder, startChild, stopChild } from "./process.ts";

/** What came of throwing mutated requests at a collector. */
export interface Fuzzed {
  requests: number;
  /** How often each status was answered; `cut` where the connection was ended instead, as HTTP wants it for a broken head. */
  statuses: Record<string, number>;
  /** Requests that had no end within ten seconds. */
  hangs: number;
  /** What it wrote to its log: nothing but failures of its own goes there. */
  log: string;
  /** What its main thread holds after a collection, after a tenth and at the end, MB. */
  held: [number, number];
  /** Resident memory at the end, MB: page caches of 64 MB a thread, and what is not collected yet, are part of it. */
  resident: number;
  /** Whether it still takes a good delivery. */
  alive: boolean;
}

/** Numbers from a seed: a run can be had again. */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pick = <T>(random: Random, all: readonly T[]): T => all[random(all.length)] as T;

const nasty: readonly unknown[] = [
  ...[
    "",
    "\u0000",
    "\ud800",
    "__proto__",
    "constructor",
    "x".repeat(5000),
    "2026-02-30T00:00:00Z",
    "0001-01-01T00:00:00Z",
  ],
  ...[
    null,
    true,
    -1,
    0,
    1.5,
    1e308,
    2 ** 53,
    -(2 ** 31),
    [],
    {},
    [[[[]]]],
    { a: { b: {} } },
    { toString: 1, valueOf: 1 },
    "+012000-01-01T00:00:00Z",
    "host.",
    "step.started",
    "'; DROP TABLE events",
  ],
];

const keyOf = (value: unknown): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

/** Changes one place of a document: a value, a key, or how deep it goes. */
function mutateJson(random: Random, value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null || random(4) === 0) {
    if (random(30) === 0) return JSON.parse("[".repeat(200) + "]".repeat(200));
    return pick(random, nasty);
  }
  const entries = Object.entries(value);
  const at = random(entries.length + 1);
  if (at === entries.length || depth > 6)
    return Array.isArray(value)
      ? [...value, pick(random, nasty)]
      : { ...value, [keyOf(pick(random, nasty))]: pick(random, nasty) };
  const [key, inner] = entries[at] as [string, unknown];
  if (random(6) === 0)
    return Array.isArray(value) ? value.toSpliced(at, 1) : Object.fromEntries(entries.toSpliced(at, 1));
  const changed = mutateJson(random, inner, depth + 1);
  return Array.isArray(value) ? value.with(at, changed) : { ...value, [key]: changed };
}

function mutateBytes(random: Random, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = random(4); i >= 0 && copy.length > 0; i -= 1) copy[random(copy.length)] = random(256);
  return random(3) === 0 ? copy.subarray(0, random(copy.length + 1)) : copy;
}

const paths = [
  "/v1/events",
  "/v1/journeys",
  "/v1/progress",
  "/v1/handoffs",
  "/v1/thanks",
  "/v1/rejects/resubmit",
  "/v1/rejects",
  "/v1/journeys/x/publish",
  "/v1/insights/adoption",
  "/v1/insights/periods",
  "/v1/summary",
  "/v1/export",
  "/v1/export/pictures",
  "/v1/insights/gap",
  "/v1/expectations",
  "/v1/estimates",
  "/v1/decisions",
  "/v1/arrivals",
  "/signin",
  "/v1/%00/../events",
  "//",
];

interface Shot {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

interface Keys {
  writeKey: string;
  ownerKey: string;
  authorKey: string;
}

function goodDelivery(random: Random, number: number): unknown {
  const moment = new Date().toISOString();
  const events = Array.from({ length: 1 + random(4) }, (_, i) =>
    pick(random, [
      event("step.started", moment, { journey: "j", step: "s", props: { attempt: 1 } }, `${number}/${i}`),
      event("host.deal.won", moment, { props: { deal: 17 } }, `${number}/${i}`),
      event(
        "step.completed",
        moment,
        { journey: "j", step: "s", props: { attempt: 1, how: "manual" } },
        `${number}/${i}`,
      ),
    ]),
  );
  return batch(`u-${number % 100}`, events, {
    sentAt: moment,
    sdk: pick(random, ["sdk/0.1.0", "server/1", "simulate/1"]),
  });
}

/** What another tool's client sends, and where to. */
function goodSaid(random: Random, number: number): [path: string, document: unknown] {
  const timestamp = new Date().toISOString();
  const message = {
    ...{ type: pick(random, ["track", "page", "identify"]), messageId: `m-${number}`, userId: `u-${number % 100}` },
    ...{ event: "Deal Won", timestamp, sentAt: timestamp, properties: { deal: 17 }, context: { ip: "::1" } },
  };
  const attributes = [
    { key: "user.id", value: { stringValue: "u-1" } },
    { key: "deal", value: { intValue: "17" } },
  ];
  const record = { eventName: "deal.won", timeUnixNano: String(Date.now() * 1e6), attributes };
  return pick(random, [
    ["/v1/track", message],
    ["/v1/b", { batch: [message, { ...message, messageId: `n-${number}` }], sentAt: timestamp }],
    ["/v1/logs", { resourceLogs: [{ resource: { attributes }, scopeLogs: [{ scope: {}, logRecords: [record] }] }] }],
  ]);
}

function shotOf(random: Random, number: number, keys: Keys): Shot {
  const [home, good] = random(4) === 0 ? goodSaid(random, number) : ["/v1/events", goodDelivery(random, number)];
  let document = good;
  for (let i = random(4); i > 0; i -= 1) document = mutateJson(random, document);
  let body: Buffer = Buffer.from(JSON.stringify(document) ?? "");
  const zipped = random(5) === 0;
  if (zipped) body = gzipSync(body);
  if (random(5) === 0) body = mutateBytes(random, body);
  const path = random(6) === 0 ? pick(random, paths) : home;
  const key = random(4) > 0 ? keys.writeKey : pick(random, [keys.ownerKey, keys.authorKey, "pk_no", ""]);
  const headers: Record<string, string> = {
    authorization: `Bearer ${key}`,
    "content-type":
      random(8) > 0
        ? "text/plain"
        : pick(random, ["application/json", "", "multipart/form-data; boundary=x", "text/html"]),
  };
  if (zipped && random(2) === 0) headers["content-encoding"] = pick(random, ["gzip", "br", "gzip, gzip"]);
  if (random(8) === 0) headers.origin = pick(random, ["http://localhost:3000", "https://evil.example", "null", "%%%"]);
  if (random(8) === 0)
    headers[pick(random, ["cookie", "if-none-match", "accept-encoding", "x-forwarded-for"])] = pick(random, [
      "waymark_session=x",
      "*",
      '"',
      ";;;=",
      "a".repeat(2000),
    ]);
  const method = random(10) === 0 ? pick(random, ["GET", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH"]) : "POST";
  return {
    method,
    path:
      random(6) === 0 ? `${path}?key=${encodeURIComponent(key)}&limit=${pick(random, ["0", "-1", "x", "5"])}` : path,
    headers,
    body,
  };
}

const hangMs = 10_000;

function fire(agent: Agent, url: URL, { method, path, headers, body }: Shot): Promise<number | "cut" | "hang"> {
  return new Promise((resolve) => {
    const sent = request({ host: url.hostname, port: url.port, method, path, headers, agent }, (answer) => {
      answer.resume();
      answer.on("end", () => done(answer.statusCode ?? 0));
      answer.on("error", () => done("cut"));
    });
    const late = setTimeout(() => {
      done("hang");
      sent.destroy();
    }, hangMs);
    const done = (end: number | "cut" | "hang"): void => {
      clearTimeout(late);
      resolve(end);
    };
    sent.on("error", () => done("cut"));
    sent.end(method === "GET" || method === "HEAD" ? undefined : body);
  });
}

/** A request whose head itself is broken: no client would send it. */
function fireRaw(random: Random, url: URL, { path, body }: Shot): Promise<number | "cut" | "hang"> {
  const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${pick(random, [body.length, body.length + 5, 0, -1, 1e12])}\r\n${pick(random, ["Transfer-Encoding: chunked\r\n", "X: \u0000\r\n", ": \r\n", ""])}\r\n`;
  return new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname);
    let text = "";
    const late = setTimeout(() => {
      resolve("hang");
      socket.destroy();
    }, hangMs);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(late);
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0) || "cut");
    });
    socket.write(mutateBytes(random, Buffer.concat([Buffer.from(head), body])));
    socket.end();
  });
}

const residentMb = ({ process: { pid } }: Child): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024;

/** Throws mutated requests over real HTTP at a collector in a process of its own. */
export async function fuzz(
  count: number,
  seed: number,
  tell?: (done: number, memory: number) => void,
): Promise<Fuzzed> {
  const folder = ownFolder();
  const random = randomFrom(seed);
  const endless = Number.MAX_SAFE_INTEGER;
  const child = await startChild(folder.path, { pace: { eventsPerSecond: endless, burst: endless }, requestMs: 5000 });
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const url = new URL(child.url);
  const keys = child.keys as Keys;
  const result: Fuzzed = { requests: 0, statuses: {}, hangs: 0, log: "", held: [0, 0], resident: 0, alive: false };
  const one = async (): Promise<void> => {
    while (result.requests < count && child.process.exitCode === null) {
      const number = result.requests++;
      const shot = shotOf(random, number, keys);
      const end = random(20) === 0 ? await fireRaw(random, url, shot) : await fire(agent, url, shot);
      if (end === "hang") result.hangs += 1;
      result.statuses[end] = (result.statuses[end] ?? 0) + 1;
      if (number === Math.floor(count / 10)) result.held[0] = await heapMb(child);
      if (number % 10_000 === 0) tell?.(number, residentMb(child));
    }
  };
  try {
    await Promise.all(Array.from({ length: 16 }, one));
    const good = { method: "POST", path: "/v1/events", headers: { authorization: `Bearer ${keys.writeKey}` } };
    const body = Buffer.from(JSON.stringify(goodDelivery(random, -1)));
    result.alive = (await fire(agent, url, { ...good, body })) === 202;
    result.held[1] = await heapMb(child);
    result.resident = residentMb(child);
    result.log = child.log();
    return result;
  } finally {
    agent.destroy();
    await stopChild(child, "SIGKILL");
    folder.remove();
  }
}
