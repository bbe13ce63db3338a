import { describe, expect, it } from "vitest";
import { chosen, readOptions } from "../src/options.ts";
import { bringIn } from "../src/serve.ts";
import { waymark } from "../src/subjects.ts";

const page = `<head>
    <script nonce="abc" src="/journey.js" data-target='{"id":"a"}'></script>
    <script nonce="abc" async src="/waymark.js"></script>
  </head>`;
const peer = { name: "peer", kind: "peer", packageName: "peer", remark: "", waits: false } as const;

describe("bringing a subject into a page", () => {
  it("P6 a peer comes in Waymark's place, with its nonce", () => {
    const html = bringIn(page, "/strict-csp/", peer, true);
    expect(html).not.toMatch(/journey\.js|waymark\.js/);
    expect(html).toContain('<link nonce="abc" rel="stylesheet" href="/peers/peer.css" />');
    expect(html).toContain('<script nonce="abc" defer src="/peers/peer.js"></script>');
  });

  it("P6 Waymark keeps the page's own journey", () => {
    const html = bringIn(page, "/strict-csp/", waymark, false);
    expect(html).toContain(`<script nonce="abc" src="/journey.js" data-target='{"id":"a"}'></script>`);
    expect(html).toContain('<script nonce="abc" src="/adapters/waymark.js"></script>');
  });

  it("P6 a page without a guest stays as it is, but for the bench's own", () => {
    const bare = "<head></head>";
    expect(bringIn(bare, "/in-iframe/frames.html", peer, true)).toBe(bare);
    expect(bringIn(bare, "/bench/plain/", peer, false)).toContain("/peers/peer.js");
  });
});

describe("the command line", () => {
  it("P7 takes rows, rounds and files", () => {
    const options = readOptions(["browser", "--only", "bytes,steps", "--rounds", "1", "--json", "a.json"]);
    expect(options).toMatchObject({ bench: "browser", rows: ["bytes", "steps"], rounds: 1, json: "a.json" });
  });

  it("P7 takes the rows that are named, all where none is, and refuses one that is not there", () => {
    const all = [{ name: "bytes" }, { name: "steps" }];
    expect(chosen(all, [], "row")).toEqual(all);
    expect(chosen(all, ["steps"], "row")).toEqual([{ name: "steps" }]);
    expect(() => chosen(all, ["speed"], "row")).toThrow("No row is called speed. There are: bytes, steps.");
  });

  it.each([[["browser", "--rounds", "0"]], [["browser", "--rounds", "some"]], [["browser", "--loud"]]])(
    "P7 refuses %j",
    (args) => {
      expect(() => readOptions(args)).toThrow();
    },
  );
});
