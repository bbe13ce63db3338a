import { expect, test } from "vitest";
import { floor, noShare, picture, share, step } from "./sample.ts";
import { ribbonLabels, trailSentence } from "./trail-sentence.ts";

test("D15 the trail has a sentence with its numbers", () => {
  const steps = [
    step("a", { through: floor(22, 26) }),
    step("b", { through: share(21, 26) }),
    step("c", { through: noShare("too_few") }),
    step("d", { through: noShare("not_yet") }),
  ];
  expect(trailSentence(picture(steps, { people: 26 }))).toBe(
    "Flow of 26 people, Sales rep, over the stations: 22 or more through station 1; 21 through station 2, 5 still here; too few to show at station 3; nothing yet at station 4.",
  );
});

test("D11 a hatch is explained once, where it begins", () => {
  const hidden = { kind: "too_few" } as const;
  expect(ribbonLabels([hidden, hidden], true)).toEqual(["too few to show", ""]);
  expect(ribbonLabels([hidden, hidden], false)).toEqual(["", ""]);
  expect(ribbonLabels([{ kind: "not_yet" }], true)).toEqual([""]);
  expect(ribbonLabels([{ kind: "unverified" }], true)).toEqual(["not verified"]);
});
