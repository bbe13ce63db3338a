import { describe, expect, it } from "vitest";
import { envelopeContentSchema, parseWith, tokenRequestSchema } from "../src/index.ts";

const message = "A".repeat(342);
const token = "A".repeat(472);
const blinded = { journey: "win-a-deal", step: "", message };
const request = { format: "waymark.tokens/1", quarter: "2026-Q4", blinded: [blinded] };
const receipt = "A".repeat(43);
const report = { journey: "win-a-deal", step: "log-call", reason: "slow", before: null, text: "", token };
const rating = { receipt, answer: "a-1", help: "little" };
const reply = { receipt, answer: "a-1", text: "Still sixteen fields." };
const content = {
  ...{ format: "waymark.envelope/1", reports: [report], withdrawn: [token] },
  ...{ ratings: [rating], replies: [reply] },
};

const pathsOf = (parsed: ReturnType<typeof parseWith>): string[] =>
  parsed.ok ? [] : parsed.problems.map(({ path }) => path);

describe("the anonymous channel", () => {
  it("S20 takes requests for tokens as they are agreed, and names what is wrong with others", () => {
    expect(parseWith(tokenRequestSchema, request).ok).toBe(true);
    const wrong: [object, string][] = [
      [{ ...request, quarter: "2026-11" }, "$.quarter"],
      [{ ...request, blinded: [] }, "$.blinded"],
      [{ ...request, blinded: Array(201).fill(blinded) }, "$.blinded"],
      [{ ...request, blinded: [{ ...blinded, message: "A" }] }, "$.blinded[0].message"],
      [{ ...request, person: "u-1" }, "$.person"],
    ];
    for (const [each, path] of wrong) expect(pathsOf(parseWith(tokenRequestSchema, each))).toEqual([path]);
  });

  it("S21 has room for reports and for nobody who made them", () => {
    expect(parseWith(envelopeContentSchema, content).ok).toBe(true);
    const wrong: [object, string][] = [
      [{ ...content, reports: [{ ...report, text: "x".repeat(501) }] }, "$.reports[0].text"],
      [{ ...content, reports: [{ ...report, token: token.slice(1) }] }, "$.reports[0].token"],
      [{ ...content, withdrawn: ["x"] }, "$.withdrawn[0]"],
      [{ ...content, ratings: [{ ...rating, help: "maybe" }] }, "$.ratings[0].help"],
      [{ ...content, replies: [{ ...reply, text: "" }] }, "$.replies[0].text"],
      [{ ...content, replies: [{ ...reply, receipt: "x" }] }, "$.replies[0].receipt"],
    ];
    for (const [each, path] of wrong) expect(pathsOf(parseWith(envelopeContentSchema, each))).toEqual([path]);
    for (const key of ["person", "device", "at", "session", "role", "id"]) {
      expect(parseWith(envelopeContentSchema, { ...content, [key]: "x" }).ok).toBe(false);
      expect(parseWith(envelopeContentSchema, { ...content, reports: [{ ...report, [key]: "x" }] }).ok).toBe(false);
      expect(parseWith(envelopeContentSchema, { ...content, ratings: [{ ...rating, [key]: "x" }] }).ok).toBe(false);
      expect(parseWith(envelopeContentSchema, { ...content, replies: [{ ...reply, [key]: "x" }] }).ok).toBe(false);
    }
  });
});
