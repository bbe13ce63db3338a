import { expect, test } from "vitest";
import { floor, noShare, noTime, share, time } from "../picture/sample.ts";
import { shareFace, timeFace } from "./face.ts";

test.each(["too_few", "not_yet", "unverified"] as const)("D3 %s keeps its own face", (reason) => {
  expect(shareFace(noShare(reason), null)).toEqual({ kind: reason });
  expect(timeFace(noTime(reason), null)).toEqual({ kind: reason });
  expect(shareFace(noShare(null), reason)).toEqual({ kind: reason });
  expect(timeFace(noTime(null), reason)).toEqual({ kind: reason });
});

test("D3 without any reason the face is the one that says least", () => {
  expect(shareFace(noShare(null), null)).toEqual({ kind: "too_few" });
  expect(timeFace(noTime(null), null)).toEqual({ kind: "too_few" });
});

test("D3 a reason wins over a number that came with it", () => {
  expect(shareFace({ ...share(20, 30), reason: "too_few" }, null).kind).toBe("too_few");
  expect(timeFace({ ...time(5, [4, 6]), reason: "too_few" }, null).kind).toBe("too_few");
});

test.each([0, 1, 2, 3, 4, 5, 9, 25, 26, 29, 30])("D4 %i of 30 gives no count of 1 to 4 away", (through) => {
  const face = shareFace(share(through, 30), null);
  if (through >= 1 && through <= 4) expect(face).toEqual({ kind: "too_few" });
  else if (through >= 26 && through <= 29) expect(face).toEqual({ kind: "at_least", through: 26, of: 30 });
  else expect(face).toMatchObject({ kind: "exact", through, of: 30 });
});

test("D4 a floor that was sent stays a floor", () => {
  expect(shareFace(floor(22, 26), null)).toEqual({ kind: "at_least", through: 22, of: 26 });
});
