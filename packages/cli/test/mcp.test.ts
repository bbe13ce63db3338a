import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { type Collector, createCollector, type ProjectKeys, type Served, serve } from "@waymark/collector";
import { aJourney, aStep } from "@waymark/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { program } from "./run-program.ts";

const brief = { purpose: "What it is for.", benefit: "You go home on time.", expectation: "Five minutes." };
const journey = aJourney({ brief });
let folder: string;
let collector: Collector;
let server: Served;
let keys: ProjectKeys;
let client: Client;

beforeAll(async () => {
  collector = await createCollector({ dataDir: ":memory:" });
  keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: [{ id: "sales-rep", title: "Reps" }] });
  server = await serve(collector, { port: 0 });
});
afterAll(async () => {
  await server.close();
  await collector.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-mcp-"));
  writeFileSync(join(folder, "win.journey.json"), JSON.stringify(journey));
});
afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

/** An agent, whose person answers as told; `null`: a program that cannot ask. */
async function agent(answer: boolean | null, more: readonly string[] = []): Promise<string[]> {
  const asked: string[] = [];
  client = new Client({ name: "test", version: "1" }, { capabilities: answer === null ? {} : { elicitation: {} } });
  if (answer !== null)
    client.setRequestHandler(ElicitRequestSchema, async ({ params }) => {
      asked.push(params.message);
      return answer ? { action: "accept", content: { publish: true } } : { action: "decline" };
    });
  const target = ["--collector", server.url, "--key", keys.authorKey, "--owner", keys.ownerKey];
  const args = [program, "mcp", "--journeys", folder, ...target, ...more];
  await client.connect(new StdioClientTransport({ command: process.execPath, args }));
  return asked;
}

async function call(name: string, args: Record<string, unknown> = {}): Promise<{ isError: boolean; text: string }> {
  const { content, isError } = await client.callTool({ name, arguments: args });
  return { isError: isError === true, text: (content as { text: string }[])[0]?.text ?? "" };
}

describe("waymark mcp", () => {
  it("W46 lists its tools, reads and validates by the same functions as the commands", async () => {
    await agent(null);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "list_journeys",
      "read_journey",
      "validate_journey",
      "propose_journey",
      "check_journeys",
      "report",
      "publish_journey",
    ]);
    expect(JSON.parse((await call("list_journeys")).text)).toMatchObject([
      { id: "win-a-deal", steps: ["a", "b", "c"] },
    ]);
    expect(JSON.parse((await call("read_journey", { id: "win-a-deal" })).text)).toMatchObject({
      journey,
      problems: [],
    });
    const long = await call("validate_journey", { journey: { ...journey, title: "x".repeat(60) } });
    expect(JSON.parse(long.text)).toMatchObject({
      valid: true,
      problems: [{ code: "long_text", fix: expect.any(String) }],
    });
    expect(await call("read_journey", { id: "lose" })).toEqual({
      isError: true,
      text: expect.stringContaining("there are win-a-deal"),
    });
    expect((await call("check_journeys")).text).toContain("--url");
    expect(JSON.parse((await call("report", { kind: "gap" })).text)).toMatchObject({ rows: [] });
  });

  it("W47 proposes beside the file and keeps the ids of steps", async () => {
    await agent(null);
    const shorter = { ...journey, steps: [aStep("a"), aStep("d")] };
    const lost = await call("propose_journey", { journey: shorter });
    expect(lost).toEqual({ isError: true, text: expect.stringContaining("b, c would be gone") });
    expect(readdirSync(folder)).toEqual(["win.journey.json"]);
    const done = await call("propose_journey", { journey: shorter, removed: ["b", "c"] });
    expect(JSON.parse(done.text)).toMatchObject({ isNew: false, added: ["d"], removed: ["b", "c"] });
    expect(readdirSync(folder).sort()).toEqual(["win-a-deal.proposal.json", "win.journey.json"]);
    expect(JSON.parse(readFileSync(join(folder, "win.journey.json"), "utf8"))).toEqual(journey);
    expect((await call("propose_journey", { journey: { id: 5 } })).text).toContain("Nothing was written");
  });

  it("W48 publishes only what a person has said yes to", async () => {
    await agent(null);
    expect(await call("publish_journey", { id: "win-a-deal" })).toEqual({
      isError: true,
      text: expect.stringContaining("cannot ask a person"),
    });
    await client.close();
    const asked = await agent(false);
    expect(JSON.parse((await call("publish_journey", { id: "win-a-deal" })).text)).toMatchObject({ published: false });
    expect(asked).toEqual([expect.stringContaining('Publish "Win a deal" (win-a-deal, 3 steps)')]);
    await client.close();
    await agent(true);
    await call("propose_journey", { journey: { ...journey, title: "Win it" } });
    expect(JSON.parse((await call("publish_journey", { id: "win-a-deal" })).text)).toMatchObject({
      published: true,
      version: 1,
    });
    expect(JSON.parse(readFileSync(join(folder, "win.journey.json"), "utf8"))).toMatchObject({ title: "Win it" });
    expect(readdirSync(folder)).toEqual(["win.journey.json"]);
  });

  it("W63 an agent's check walks the running app in a real browser", async () => {
    const app = createServer((_, answer) => {
      answer.writeHead(200, { "content-type": "text/html" });
      answer.end('<html><body><button>Log call</button><script>const told = "call.logged";</script></body></html>');
    });
    await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
    const at = (event: string) => ({
      do: { open: "/", target: { role: "button", name: "Log call" } },
      done: { event },
    });
    const steps = [aStep("log", at("call.logged")), aStep("close", at("deal.closed"))];
    writeFileSync(join(folder, "win.journey.json"), JSON.stringify({ ...journey, steps }));
    await agent(null, ["--url", `http://127.0.0.1:${(app.address() as AddressInfo).port}`]);
    const { text } = await call("check_journeys", { ids: ["win-a-deal"] });
    app.closeAllConnections();
    await new Promise((resolve) => app.close(resolve));
    expect(JSON.parse(text)).toMatchObject({
      ok: 3,
      broken: 1,
      findings: [{ step: "close", part: "done", verdict: "broken", cause: "event_never" }],
    });
  });
});
