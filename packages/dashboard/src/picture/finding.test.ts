import { describe, expect, test } from "vitest";
import { finding } from "./finding.ts";
import { floor, minute, noShare, picture, share, step, time } from "./sample.ts";

const zone = "Europe/Vienna";
const all = step("Log it", { through: share(30, 30) });

describe("finding", () => {
  test.each([
    ["everyone", [all, step("Send", { through: share(30, 30) })], "Everyone comes through"],
    [
      "most",
      [all, step("Send the quote", { through: share(20, 30) })],
      "Most people come through; the narrowest place is “Send the quote”",
    ],
    [
      "half",
      [step("Send", { through: share(15, 30) })],
      "Half of the people come through; the narrowest place is “Send”",
    ],
    [
      "fewer",
      [step("Send", { through: share(10, 30) })],
      "Fewer than half come through; the narrowest place is “Send”",
    ],
    [
      "a floor at the end",
      [all, step("Send", { through: floor(26, 30) })],
      "Most people come through; no step stands out",
    ],
    [
      "a low floor at the end",
      [all, step("Send", { through: floor(6, 10) })],
      "Some people come through; no step stands out",
    ],
    [
      "a hidden end",
      [step("Send", { through: share(20, 30) }), step("Sign", { through: noShare("too_few") })],
      "Too few reach the end to show; the narrowest place is “Send”",
    ],
    [
      "nobody known to stay, but one step is slow",
      [all, step("Send", { through: floor(26, 30), time: time(33, [29, 38]), plannedMs: 8 * minute })],
      "Most people come through; “Send” takes longer than planned",
    ],
    ["no steps", [], "This journey has no steps"],
  ])("D1 %s", (_, steps, sentence) => {
    expect(finding(picture(steps), zone)).toBe(sentence);
  });

  test.each([
    ["not_yet", "Too few to show yet. The first number can appear on Thursday 17 December."],
    ["too_few", "Too few to show for Sales rep"],
    ["unverified", "No number is shown: the people are not verified"],
  ] as const)("D2 nothing is shown: %s", (reason, sentence) => {
    expect(finding(picture([step("Send", { through: noShare(reason) })], { reason }), zone)).toBe(sentence);
    expect(finding(picture([step("Send", { through: noShare(reason) })]), zone)).toBe(sentence);
  });

  test("D2 the day is the project's, not the reader's", () => {
    const late = picture([step("Send", { through: noShare("not_yet") })], { nextAt: "2026-12-16T23:30:00Z" });
    expect(finding(late, "Europe/Vienna")).toContain("Thursday 17 December");
    expect(finding(late, "America/New_York")).toContain("Wednesday 16 December");
    expect(finding({ ...late, nextAt: null }, zone)).toBe("Too few to show yet.");
  });
});
