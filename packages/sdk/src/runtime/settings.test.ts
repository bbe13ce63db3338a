import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPaused } from "./settings.ts";

describe("settings", () => {
  it("Z1 a pause holds until its moment, until the person ends it, or not at all", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (paused, now) => {
        expect(isPaused({ paused }, now)).toBe(now < paused);
        expect(isPaused({ paused: null }, now)).toBe(true);
        expect(isPaused({}, now)).toBe(false);
      }),
    );
  });
});
