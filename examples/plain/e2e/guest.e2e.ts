import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Collector, createCollector, type ProjectKeys, type Served, serve } from "@waymark/collector";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser, onDevice, unasked } from "../../../packages/testing/src/index.ts";
import { countLiving } from "./count-living.ts";
import { drawn, hows, serveHost, visit } from "./host.ts";
import { order, pointAt } from "./journeys.ts";

let browser: Browser;
let host: Awaited<ReturnType<typeof serveHost>>;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await serveHost();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

const user = { id: "u-1", roles: ["clerk"] };

interface Backend {
  collector: Collector;
  server: Served;
  keys: ProjectKeys;
  key: string;
  port: number;
  types(): Promise<string[]>;
  stop(): Promise<void>;
}

/** A port that nobody is given by chance, so that a collector that went away finds it free when it comes back. */
async function ownPort(): Promise<number> {
  for (let port = 21_000 + (process.pid % 10_000); ; port++) {
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => resolve(true));
    });
    await new Promise((resolve) => server.close(resolve));
    if (free) return port;
  }
}

/** A real collector on loopback with one project; `again` opens the one of a data folder after it was stopped. */
async function startBackend(dataDir = ":memory:", again?: { keys?: ProjectKeys; port: number }): Promise<Backend> {
  const collector = await createCollector({ dataDir });
  const project = { id: "shop", title: "Shop", roles: [{ id: "clerk", title: "Clerks" }] };
  const keys = again?.keys ?? (await collector.admin.createProject(project));
  const server = await serve(collector, { port: again?.port ?? 0 });
  return {
    collector,
    server,
    keys,
    key: keys.writeKey,
    port: Number(new URL(server.url).port),
    types: async () => {
      const headers = { authorization: `Bearer ${keys.ownerKey}` };
      const text = await (await fetch(`${server.url}/v1/events?limit=1000`, { headers })).text();
      return text
        .trim()
        .split("\n")
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { type: string }).type);
    },
    stop: async () => {
      await server.close();
      await collector.close();
    },
  };
}

const refusal = (origin: string): string =>
  `Add ${origin} to the project's origins; an empty list allows loopback pages only.`;

describe("the guest in a plain page", () => {
  it("G1 costs a page without a journey for the person the boot chunk and nothing else", async () => {
    const { page, requests } = await visit(context, host.url, { journeys: [{ ...order, roles: ["baker"] }], user });
    await page.waitForTimeout(2500);
    const ours = requests.filter(
      (url) => url.startsWith(host.url) && !url.includes("/pages/") && !url.includes("favicon"),
    );
    expect(ours).toEqual([`${host.url}/waymark.js`]);
    const path = createRequire(import.meta.url).resolve("@waymark/sdk/script");
    const manifest = JSON.parse(readFileSync(path, "utf8")) as { rooms: Record<string, { gzip: number }> };
    expect(manifest.rooms.waymark?.gzip).toBeLessThanOrEqual(6144);
    expect(readFileSync(path.replace("manifest.json", "waymark.js"), "utf8")).not.toMatch(/preact|ZodError|__hooks/i);
  });

  it("G41 what a surface needs is fetched in as few files as its sum of bytes names", async () => {
    const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
    const { rooms } = read(createRequire(import.meta.url).resolve("@waymark/sdk/script")) as {
      rooms: Record<string, { file: string }>;
    };
    const { sums } = read("packages/config/sizes.json") as { sums: Record<string, { of: string[] }> };
    const nameOf = (url: string): string[] =>
      Object.keys(rooms).filter((name) => url.endsWith(`/${rooms[name]?.file}`) && name !== "after");
    // What comes in idle time is kept away: nothing that is seen waits for it.
    await context.route(/\/after-/, (route) => route.abort());
    const journey = pointAt({ testId: "add" }, { brief: order.brief });
    const { page, requests } = await visit(context, host.url, { journeys: [journey], user });
    const fetched = (): string[] => requests.flatMap(nameOf);
    await page.evaluate(() => window.waymark.open("brief"));
    await page.locator("waymark-prompt [part=answer]").first().waitFor();
    await page.evaluate(() => window.waymark.open("panel"));
    await page.locator("waymark-panel [part=map]").waitFor();
    await expect.poll(fetched).toEqual(sums["... and map and brief"]?.of);
    await page.evaluate(() => window.waymark.show("look", "look"));
    await page.locator("waymark-coach [part=coach]").waitFor();
    await page.locator("waymark-spotlight [part=ring]").waitFor();
    // One comes along with the other, asked for in the same moment.
    const all = [...(sums["... and spotlight and coach"]?.of ?? []), "targeting"].sort();
    await expect.poll(() => fetched().sort()).toEqual(all);
  });

  it("G40 shows without the whole search what a selector tells at once, found as that finds it", async () => {
    const ways = [
      { testId: "add" },
      { id: "state" },
      { id: "a-1f3", testId: "add" },
      { css: "#state" },
      { css: "form > button", testId: "none" },
      { role: "button", name: "Add item" },
    ];
    const steps = ways.map((target, at) => ({
      ...{ id: `s${at}`, title: `Step ${at}`, do: { target, say: `Here ${at}.` }, done: { event: "never" } },
    }));
    const journeys = [{ ...pointAt({ testId: "add" }), id: "ways", steps }];
    const found = (page: Page, step: string): Promise<string> =>
      page.evaluate(
        (id) =>
          new Promise<string>((done) => {
            const tell = ({ props }: { props: Record<string, unknown> }): void =>
              done(`${props.way}, confidence ${props.score}, next best ${props.runnerUp}`);
            window.waymark.push(["on", "target.found", tell]);
            window.waymark.show("ways", id);
          }),
        step,
      );
    await context.route(/\/targeting-/, (route) => route.abort());
    const { page } = await visit(context, host.url, { journeys, user });
    const at: string[] = [];
    for (const step of ["s0", "s1", "s2", "s3"]) {
      at.push(await found(page, step));
      await page.locator("waymark-spotlight [part=ring]").waitFor();
      await page
        .locator("waymark-coach")
        .getByText(`Here ${step.slice(1)}.`)
        .waitFor();
    }
    await context.unroute(/\/targeting-/);
    const whole = await visit(context, host.url, { journeys, user });
    const rules = (await whole.page.evaluate(() => window.waymark.explain("ways")))?.rules ?? [];
    const said = rules.filter(({ rule }) => rule.startsWith("target ")).map(({ has }) => has);
    expect(at).toEqual(said.slice(0, 4));
    // What it cannot tell is left to the whole search.
    expect(await found(whole.page, "s5")).toBe(said[5]);
  });

  it.each([
    [{}, "key_missing"],
    [{ collector: "" }, "no_source"],
    [{ key: "pk_x", collector: "" }, "collector_missing"],
  ])("G2 stays inert and says why: %j", async (options, problem) => {
    const { page, errors } = await visit(context, host.url, options);
    expect(await page.evaluate(() => window.waymark.problem)).toBe(problem);
    await page.evaluate(() => window.waymark.push(["track", "item.added", { kind: "x" }]));
    expect(await page.locator("waymark-launcher").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("G2 takes rubbish without throwing in the page", async () => {
    const { page, errors } = await visit(
      context,
      host.url,
      { journeys: [order], user },
      { before: [["nonsense"], ["track"], ["open", "cellar"]] },
    );
    await page.evaluate(() => {
      window.waymark.push(["track", 5, "x"]);
      window.waymark.push(["setSubjects", "deal", []]);
      window.waymark.push(["show", "no-such-journey", "x"]);
    });
    await drawn(page);
    expect(errors).toEqual([]);
  });

  it("G3 tells calls that came before the script, in order", async () => {
    const before = [
      ["track", "item.added", { kind: "book" }],
      ["track", "paid"],
    ];
    const { page } = await visit(context, host.url, { journeys: [order], user }, { before });
    await expect.poll(() => hows(page, "place-order")).toEqual({ add: "condition", pay: "condition" });
  });

  it("G4 leaves no listener, timer, observer, channel or node after stop()", async () => {
    await context.addInitScript(countLiving);
    const living = (on: Page): Promise<string[]> =>
      on.evaluate(() => (window as unknown as { living(): string[] }).living().sort());
    // The same page without a guest at work: the host's own listener, and those of the tool that drives the browser.
    const control = await visit(context, host.url, {});
    expect(await living(control.page)).toContain("listener submit on HTMLFormElement");
    const { page } = await visit(context, host.url, { journeys: [order], user });
    // No locators before the count: they bring listeners of their own.
    const has = (name: string): Promise<unknown> =>
      page.waitForFunction((each) => document.querySelector(each)?.shadowRoot?.querySelector("button, .ring"), name);
    await has("waymark-launcher");
    await page.evaluate(() => window.waymark.push(["open", "panel", { journey: "place-order" }]));
    await has("waymark-panel");
    await page.evaluate(() => window.waymark.push(["show", "place-order", "add"]));
    await has("waymark-coach");
    await expect.poll(async () => (await living(page)).length).toBeGreaterThan(10);
    await page.evaluate(() => window.waymark.start()());
    // Pending frames and fades may end by themselves within a moment; nothing may stay, or come back.
    const before = await living(control.page);
    await expect.poll(() => living(page)).toEqual(before);
    await page.waitForTimeout(400);
    expect(await living(page)).toEqual(before);
    expect(
      await page.evaluate(() =>
        Array.from(document.querySelectorAll("*"), (node) => node.localName).filter((name) =>
          name.startsWith("waymark-"),
        ),
      ),
    ).toEqual([]);
    expect(await page.getByTestId("add").getAttribute("style")).toBeNull();
  });

  it("G5 costs the page nothing while the collector is down and loses nothing", async () => {
    await unasked(context);
    const dataDir = await mkdtemp(join(tmpdir(), "waymark-down-"));
    const port = await ownPort();
    const first = await startBackend(dataDir, { port });
    const { keys } = first;
    await first.stop();
    const options = { journeys: [order], user, key: keys.writeKey, collector: `http://127.0.0.1:${port}` };
    const { page, errors, requests } = await visit(context, host.url, options);
    await drawn(page);
    await page.evaluate(() => window.waymark.push(["track", "item.added", { kind: "book" }]));
    await page.waitForTimeout(6000);
    expect(errors).toEqual([]);
    // One try at once, one after about 2 s, one after about 4 s more: pauses grow.
    expect(requests.filter((url) => url.includes("/v1/events")).length).toBeLessThanOrEqual(3);
    expect(await hows(page, "place-order")).toEqual({ add: "condition" });
    // The same collector comes back while the page is open: what waited arrives by itself, once.
    const second = await startBackend(dataDir, { keys, port });
    const all = ["host.item.added", "journey.offered", "journey.started", "session.started", "step.completed"];
    const arrived = async (): Promise<string[]> => (await second.types()).sort();
    await expect.poll(arrived, { timeout: 60_000 }).toEqual(all);
    await second.stop();
    // It goes again, and the page with it: the next visit delivers.
    await page.evaluate(() => window.waymark.push(["track", "paid"]));
    await expect.poll(() => hows(page, "place-order")).toEqual({ add: "condition", pay: "condition" });
    await expect.poll(() => onDevice(page, "queue")).toContain("host.paid");
    await page.close();
    const third = await startBackend(dataDir, { keys, port });
    await visit(context, host.url, options);
    await expect.poll(third.types, { timeout: 60_000 }).toContain("host.paid");
    expect((await third.types()).filter((type) => type === "host.paid")).toHaveLength(1);
    await third.stop();
    await rm(dataDir, { recursive: true });
  });

  it("Y97 says once in the console why the collector turns the page away", async () => {
    const backend = await startBackend();
    await backend.collector.admin.change("shop", { origins: ["https://shop.example"] });
    const page = await context.newPage();
    const warnings: string[] = [];
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    await page.goto(`${host.url}/pages/shop.html`);
    await page.evaluate(
      ([key, collector]) => {
        const script = document.createElement("script");
        Object.assign(script.dataset, { key, collector, user: "u-1", roles: "clerk" });
        script.src = "/waymark.js";
        document.head.append(script);
      },
      [backend.key, backend.server.url],
    );
    await expect.poll(() => warnings).toEqual([`[waymark] ${refusal(host.url)}`]);
    await backend.stop();
  });

  it("G5 delivers what waited as soon as the collector is back", async () => {
    const backend = await startBackend();
    const options = { journeys: [order], user, key: backend.key, collector: backend.server.url };
    await context.route("**/v1/**", (route) => route.abort());
    const { page } = await visit(context, host.url, options);
    await drawn(page);
    await page.evaluate(() => window.waymark.push(["track", "item.added", { kind: "book" }]));
    await page.waitForTimeout(1500);
    expect(await backend.types()).toEqual([]);
    await context.unroute("**/v1/**");
    await page.reload();
    await visit(context, host.url, options);
    await expect
      .poll(backend.types)
      .toEqual(
        expect.arrayContaining([
          "session.started",
          "journey.offered",
          "host.item.added",
          "journey.started",
          "step.completed",
        ]),
      );
    await backend.stop();
  });

  it("G6 lets only named events leave, with the props a where reads", async () => {
    const backend = await startBackend();
    const { page } = await visit(context, host.url, {
      journeys: [order],
      user,
      key: backend.key,
      collector: backend.server.url,
    });
    const bodies: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/v1/events")) bodies.push(request.postDataBuffer()?.toString("latin1") ?? "");
    });
    await page.evaluate(() => {
      window.waymark.push(["track", "item.added", { kind: "book", customer: "Nadia Petrov" }]);
      window.waymark.push(["track", "searched", { text: "secret" }]);
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await expect.poll(backend.types).toContain("host.item.added");
    expect(await backend.types()).not.toContain("host.searched");
    await backend.stop();
  });

  it("G7 keeps progress over a reload and never loses a step of two tabs", async () => {
    const options = { journeys: [order], user };
    const one = await visit(context, host.url, options);
    const two = await visit(context, host.url, options);
    await Promise.all([
      one.page.evaluate(() => window.waymark.push(["track", "item.added", { kind: "a" }])),
      two.page.evaluate(() => window.waymark.push(["track", "paid"])),
    ]);
    const both = { add: "condition", pay: "condition" };
    await expect.poll(() => hows(one.page, "place-order")).toEqual(both);
    await expect.poll(() => hows(two.page, "place-order")).toEqual(both);
    const again = await visit(context, host.url, options);
    await expect.poll(() => hows(again.page, "place-order")).toEqual(both);
  });

  it("G37 a step that is done by the very act that takes the page away is not lost, in two tabs neither", async () => {
    // A slow disk: what is written takes half a second, and ends with the page.
    await context.addInitScript(() => {
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function slow(this: IDBDatabase, names, mode) {
        const opened = transaction.call(this, names, mode);
        const store = opened.objectStore([...opened.objectStoreNames][0] ?? "");
        const end = performance.now() + 500;
        const spin = (): void => {
          if (performance.now() < end) store.count().onsuccess = spin;
        };
        if (mode === "readwrite") spin();
        return opened;
      };
    });
    const options = { journeys: [order], user };
    const one = await visit(context, host.url, options);
    const two = await visit(context, host.url, options);
    for (const { page } of [one, two]) await page.locator("waymark-launcher button").waitFor();
    const leave = (page: Page, ...track: unknown[]): Promise<unknown> =>
      page.evaluate((given) => {
        window.waymark.push(given);
        location.href = "about:blank";
      }, track);
    await Promise.all([leave(one.page, "track", "item.added", { kind: "a" }), leave(two.page, "track", "paid")]);
    await Promise.all([one, two].map(({ page }) => page.waitForURL("about:blank")));
    const both = { add: "condition", pay: "condition" };
    const again = await visit(context, host.url, options);
    await expect.poll(() => hows(again.page, "place-order")).toEqual(both);
    const left = (): Promise<string[]> =>
      again.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("progress")));
    await expect.poll(left).toEqual([]);
    await expect.poll(async () => hows((await visit(context, host.url, options)).page, "place-order")).toEqual(both);
  });

  it("G8 keeps people on a shared computer apart, and takes along what was done before the sign-in", async () => {
    const { page } = await visit(context, host.url, { journeys: [order] });
    await page.evaluate(() => window.waymark.push(["track", "item.added", { kind: "a" }]));
    await expect.poll(() => hows(page, "place-order")).toEqual({ add: "condition" });
    await page.evaluate(() => window.waymark.push(["identify", { id: "u-1" }]));
    await expect.poll(() => hows(page, "place-order")).toEqual({ add: "condition" });
    await page.evaluate(() => window.waymark.push(["identify", { id: "u-2" }]));
    await expect.poll(() => hows(page, "place-order")).toEqual({});
    await page.evaluate(() => window.waymark.push(["identify", { id: "u-1" }]));
    await expect.poll(() => hows(page, "place-order")).toEqual({ add: "condition" });
  });

  it("G9 queues and sends nothing without consent, and keeps progress all the same", async () => {
    const backend = await startBackend();
    const options = { journeys: [order], user, key: backend.key, collector: backend.server.url, consent: "pending" };
    const { page, requests } = await visit(context, host.url, options);
    await page.evaluate(() => window.waymark.push(["track", "paid"]));
    await expect.poll(() => hows(page, "place-order")).toEqual({ pay: "condition" });
    await page.waitForTimeout(2500);
    expect(requests.filter((url) => url.includes("/v1/events"))).toEqual([]);
    await page.evaluate(() => window.waymark.push(["setConsent", "granted"]));
    await page.evaluate(() => window.waymark.push(["track", "item.added", { kind: "a" }]));
    await expect.poll(backend.types).toContain("host.item.added");
    expect(await backend.types()).not.toContain("host.paid");
    await backend.stop();
  });

  it("G10 goes on in memory when storage fails", async () => {
    await context.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", {
        value: {
          open: () => {
            throw new Error("no");
          },
        },
      });
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new Error("no");
        },
      });
    });
    const backend = await startBackend();
    const { page, errors } = await visit(context, host.url, {
      journeys: [order],
      key: backend.key,
      collector: backend.server.url,
    });
    await drawn(page);
    await page.evaluate(() => window.waymark.push(["track", "paid"]));
    await expect.poll(() => hows(page, "place-order")).toEqual({ pay: "condition" });
    await expect.poll(backend.types).toContain("host.paid");
    expect(errors).toEqual([]);
    await backend.stop();
  });

  it.each([
    [[null]],
    ["nope"],
    [[{ ...order, steps: undefined }]],
    [[{ ...order, steps: [{ id: "a", title: "A", done: { all: 5 } }] }]],
  ])(
    "G12 passes over journeys that cannot be read, and takes the mended ones at the next visit: %j",
    async (rubbish) => {
      let journeys: unknown = rubbish;
      await context.route("**/v1/journeys**", (route) => route.fulfill({ json: { project: {}, journeys } }));
      const options = { key: "pk_x", collector: host.url, user };
      const first = await visit(context, host.url, options);
      await first.page.waitForTimeout(600);
      expect(first.errors).toEqual([]);
      journeys = [order];
      const second = await visit(context, host.url, options);
      await drawn(second.page);
      expect(second.errors).toEqual([]);
    },
  );

  it("G13 hears no rubbish from other tabs", async () => {
    const { page, errors } = await visit(context, host.url, { journeys: [order], user });
    await drawn(page);
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names).toContain("waymark");
    await page.evaluate(async () => {
      const request = indexedDB.open("waymark");
      const keys = await new Promise<IDBValidKey[]>((resolve) => {
        request.onsuccess = () => {
          const all = request.result.transaction("kv").objectStore("kv").getAllKeys();
          all.onsuccess = () => resolve(all.result);
        };
      });
      for (const key of keys) {
        const channel = new BroadcastChannel(`waymark-${String(key)}`);
        for (const rubbish of [null, 5, {}, { journeys: { "place-order": { "": { steps: { add: null } } } } }])
          channel.postMessage(rubbish);
      }
    });
    await page.waitForTimeout(200);
    await page.evaluate(() => window.waymark.push(["track", "item.added", { kind: "a" }]));
    await expect.poll(() => hows(page, "place-order")).toEqual({ add: "condition" });
    expect(errors).toEqual([]);
  });

  it("G8 never sends one person's work under another's token, nor waits for their return", async () => {
    const sent: { person: string; token?: string; types: string[] }[] = [];
    await context.route("**/v1/events**", async (route) => {
      const body = route.request().postDataBuffer() ?? Buffer.from("{}");
      const text = body[0] === 0x1f ? gunzipSync(body).toString() : body.toString();
      const batch = JSON.parse(text) as { person: string; token?: string; events: { type: string }[] };
      sent.push({ person: batch.person, token: batch.token, types: batch.events.map(({ type }) => type) });
      await route.fulfill({ status: 202, json: { accepted: 1, duplicates: 0, conflicts: [], rejected: [] } });
    });
    const puts: (string | undefined)[] = [];
    await context.route("**/v1/progress**", async (route) => {
      puts.push(route.request().headers().authorization);
      await route.fulfill({ json: JSON.parse(route.request().postData() ?? "{}") });
    });
    const options = { key: "pk_x", collector: host.url, journeys: [order], user: { id: "A", token: "TOK-A" } };
    const { page } = await visit(context, host.url, options);
    await page.evaluate(() => {
      window.waymark.push(["track", "paid"]);
      window.waymark.push(["identify", { id: "B" }]);
      window.waymark.push(["track", "item.added", { kind: "b" }]);
    });
    await expect.poll(() => hows(page, "place-order")).toEqual({ add: "condition" });
    await expect.poll(() => sent.some(({ person }) => person === "B")).toBe(true);
    for (const { person, token } of sent)
      expect([person, token]).toEqual(person === "A" ? ["A", "TOK-A"] : ["B", undefined]);
    expect(puts.every((token) => token === "Bearer TOK-A")).toBe(true);
  });

  it("G5 asks no more than once an hour when told to wait for ever, and delivers what came during a slow answer", async () => {
    let asked = 0;
    await context.route("**/v1/events**", (route) => {
      asked++;
      return route.fulfill({ status: 503, headers: { "retry-after": "3000000" } });
    });
    const { page } = await visit(context, host.url, { key: "pk_x", collector: host.url, journeys: [order], user });
    await drawn(page);
    await page.waitForTimeout(4000);
    expect(asked).toBeLessThanOrEqual(2);
    await context.unroute("**/v1/events**");
    const seen: string[] = [];
    await context.route("**/v1/events**", async (route) => {
      const body = route.request().postDataBuffer() ?? Buffer.from("{}");
      const { events } = JSON.parse(body[0] === 0x1f ? gunzipSync(body).toString() : body.toString()) as {
        events: { type: string }[];
      };
      await new Promise((resolve) => setTimeout(resolve, 2500));
      seen.push(...events.map(({ type }) => type));
      await route.fulfill({ status: 202, json: { accepted: 1, duplicates: 0, conflicts: [], rejected: [] } });
    });
    const next = await visit(context, host.url, { key: "pk_y", collector: host.url, journeys: [order], user });
    await next.page.waitForTimeout(2000);
    await next.page.evaluate(() => window.waymark.push(["track", "paid"]));
    await expect.poll(() => seen).toContain("host.paid");
  });

  it.each(["javascript:window.hacked=1", "//evil.example/", "https://evil.example/", "/{order.label}"])(
    "G14 opens nothing outside the app: %s",
    async (open) => {
      const journey = {
        ...order,
        per: { subject: "order", page: "/pages/:id" },
        steps: [{ ...order.steps[0], do: { open, target: { testId: "add" } } }],
      };
      const subjects = { order: [{ id: "shop.html", label: "/evil.example" }] };
      const { page, requests } = await visit(context, host.url, { journeys: [journey], subjects });
      await drawn(page);
      await page.evaluate(() => window.waymark.push(["show", "place-order", "add", { subject: "order:shop.html" }]));
      await page.waitForTimeout(500);
      expect(requests.filter((url) => url.includes("evil.example") && !url.startsWith(host.url))).toEqual([]);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    },
  );

  it("G2 takes a language that is none, and a host that has a `navigation` of its own", async () => {
    await context.addInitScript(() => {
      Object.defineProperty(window, "navigation", { value: ["Home", "Deals"], configurable: true });
    });
    const { page, errors } = await visit(context, host.url, { journeys: [order], locale: "en_US!", user });
    await drawn(page);
    await page.evaluate(() => window.waymark.push(["open", "panel", { journey: "place-order" }]));
    await page.getByText("0 of 3 done").waitFor();
    expect(errors).toEqual([]);
  });

  it("G12 keeps journeys given at run time when the collector's arrive later", async () => {
    const late = { ...order, id: "late", title: "Late" };
    await context.route("**/v1/journeys**", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.fulfill({ json: { project: {}, journeys: [late] } });
    });
    const { page } = await visit(
      context,
      host.url,
      { key: "pk_x", collector: host.url, user },
      { before: [["use", [order]]] },
    );
    await expect
      .poll(() => page.evaluate(() => Object.keys(window.waymark.$progress.get().journeys).sort()))
      .toEqual(["late", "place-order"]);
  });
});
