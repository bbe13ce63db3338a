import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf, keysPressed } from "./keys.ts";
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

  it("Z8 keys are read as they are named, also where a modifier changes what they write", () => {
    const held = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
    const pressed = (more: Partial<KeyboardEvent>) => keysPressed({ key: "", code: "", ...held, ...more });
    expect(pressed({ key: "W", code: "KeyW", altKey: true, shiftKey: true })).toBe(keysOf({}, "launcher"));
    // Alt and Shift on a Mac.
    expect(pressed({ key: "„", code: "KeyW", altKey: true, shiftKey: true })).toBe("Alt+Shift+W");
    // Another layout: the letter counts, not its place.
    expect(pressed({ key: "w", code: "KeyZ", ctrlKey: true })).toBe("Ctrl+W");
    expect(pressed({ key: "Alt", code: "AltLeft", altKey: true })).toBeNull();
    expect(pressed({ key: "ArrowUp", code: "ArrowUp", metaKey: true })).toBe("Meta+ArrowUp");
    expect(keysOf({ keys: { launcher: "" } }, "launcher")).toBe("");
  });
});
