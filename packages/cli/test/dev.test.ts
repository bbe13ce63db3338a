import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aJourney } from "@waymark/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Running, startProgram } from "./run-program.ts";

let folder: string;
let app: Server;
let address: string;
let running: Running | undefined;

const journey = aJourney({ brief: { purpose: "p", benefit: "You go home.", expectation: "e" } });
const save = (title: string): void =>
  writeFileSync(join(folder, "journeys/win.journey.json"), JSON.stringify({ ...journey, title }));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-dev-"));
  mkdirSync(join(folder, "journeys"));
  save("Win it");
  app = createServer((asked, answer) => {
    if (asked.url === "/moved") return answer.writeHead(302, { location: `${address}/shop` }).end();
    if (asked.url === "/data") return answer.writeHead(200, { "content-type": "application/json" }).end('"<head>"');
    answer.writeHead(200, { "content-type": "text/html", "content-security-policy": "script-src 'none'" });
    answer.end("<html><head><title>Shop</title></head><body>Hello</body></html>");
  });
  app.on("upgrade", (_, socket) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: echo\r\n\r\n");
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await running?.end();
  running = undefined;
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
  rmSync(folder, { recursive: true });
});

async function dev(...args: string[]): Promise<string> {
  running = await startProgram(["dev", "--port", "0", "--json", ...args], folder);
  return (JSON.parse(running.first) as { url: string }).url;
}

const keyIn = (html: string): string => /data-key="(pk_[^"]+)"/.exec(html)?.[1] ?? "";

async function titles(url: string, key: string): Promise<string[]> {
  const answer = await fetch(`${url}/__waymark/v1/journeys?key=${key}&role=sales-rep`);
  return ((await answer.json()) as { journeys: { title: string }[] }).journeys.map(({ title }) => title);
}

function echo(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { connection: "upgrade", upgrade: "echo" } });
    asked.on("upgrade", (_, socket) => {
      socket.once("data", (data) => {
        resolve(String(data));
        socket.destroy();
      });
      socket.write("ping");
    });
    asked.on("error", reject);
    asked.end();
  });
}

describe("waymark dev", () => {
  it("W43 puts the guide into each page of a running app, and passes on the rest as it is", async () => {
    const url = await dev("--app", address);
    const page = await fetch(url);
    const html = await page.text();
    expect(html).toMatch(
      /^<html><head><script src="\/__waymark\/reload.js"><\/script><script async src="\/__waymark\/waymark.js"/,
    );
    expect(html).toContain('data-roles="sales-rep"');
    expect(page.headers.get("content-security-policy")).toBeNull();
    expect(await (await fetch(`${url}/data`)).text()).toBe('"<head>"');
    const moved = await fetch(`${url}/moved`, { redirect: "manual" });
    expect([moved.status, moved.headers.get("location")]).toEqual([302, "/shop"]);
    expect((await fetch(`${url}/__waymark/waymark.js`)).headers.get("content-type")).toContain("javascript");
    expect(await titles(url, keyIn(html))).toEqual(["Win it"]);
    expect(await echo(url)).toBe("ping");
  });

  it("W44 shows a journey as it is saved, and loads the page again; a broken file changes nothing", async () => {
    writeFileSync(join(folder, "index.html"), "<html><head></head></html>");
    const url = await dev("--app", ".");
    const key = keyIn(await (await fetch(url)).text());
    const saved = await fetch(`${url}/__waymark/saved`);
    const reader = saved.body?.getReader();
    let heard = "";
    const until = async (word: string): Promise<void> => {
      while (!heard.includes(word)) heard += new TextDecoder().decode((await reader?.read())?.value);
    };
    await until("retry");
    save("Win it today");
    await until("data: saved");
    await expect.poll(() => titles(url, key)).toEqual(["Win it today"]);
    writeFileSync(join(folder, "journeys/win.journey.json"), "{ half");
    heard = "";
    await until("data: saved");
    await expect.poll(() => titles(url, key)).toEqual(["Win it today"]);
    expect((await fetch(`${url}/..%2f..%2fetc/passwd`)).status).toBe(404);
    await reader?.cancel();
  });

  it("W45 says what to do where there is no app", async () => {
    await expect(startProgram(["dev", "--app", "nowhere"], folder)).rejects.toThrow(
      "dev_target: --app is nowhere: neither an address nor a folder",
    );
    const url = await dev("--app", "http://127.0.0.1:1");
    const page = await fetch(url);
    expect([page.status, await page.text()]).toEqual([502, expect.stringContaining("is your app running there?")]);
  });
});
