import { expect, test } from "vitest";
import { evidence } from "./evidence.ts";
import { findNarrowest, findSlowest } from "./narrowest.ts";
import { floor, minute, noTime, picture, share, step, time } from "./sample.ts";

test("D6 the narrowest step is where most people stay, not where the share is lowest", () => {
  const steps = [step("a", { through: share(22, 30) }), step("b", { through: share(8, 14) })];
  expect(findNarrowest(picture(steps))?.id).toBe("a");
});

test("D6 of equals the lower share is narrower", () => {
  const steps = [step("a", { through: share(24, 30) }), step("b", { through: share(8, 14) })];
  expect(findNarrowest(picture(steps))?.id).toBe("b");
});

test("D6 nobody known to stay gives no narrowest step", () => {
  expect(
    findNarrowest(picture([step("a", { through: floor(26, 30) }), step("b", { through: share(30, 30) })])),
  ).toBeNull();
});

test.each([
  ["whole interval above the plan", time(33, [29, 38]), 8, "Send"],
  ["plan inside the interval", time(9, [7, 12]), 8, undefined],
  ["no interval", time(33, null), 8, undefined],
  ["no plan", time(33, [29, 38]), null, undefined],
  ["withheld", noTime("too_few"), 8, undefined],
])("D6 slow: %s", (_, cell, planned, slow) => {
  const plannedMs = planned === null ? null : planned * minute;
  expect(findSlowest(picture([step("Send", { time: cell, plannedMs })]))?.id).toBe(slow);
});

test("D6 the evidence names the slow step with its interval and plan", () => {
  const slow = picture([step("Send", { time: time(33, [29, 38]), plannedMs: 8 * minute })]);
  expect(evidence(slow, "UTC")).toBe(
    "“Send” takes 33 min (29 to 38), 8 planned. Sales rep, 30 people. Closed weeks 28 September to 25 October. Next numbers on Thursday 17 December.",
  );
});
