import { atom } from "nanostores";
import { describe, expect, it } from "vitest";
import type { Settings } from "../../runtime/settings.ts";
import { ariaKeys, focusKeys, isPressed, keyWords } from "./shortcut.ts";

const guest = (settings: Settings = {}, key?: string) => ({ $settings: atom(settings), options: { focus: { key } } });
const press = (key: string, code: string, held: Partial<KeyboardEvent> = {}, altGraph = false): KeyboardEvent =>
  ({
    ...{ key, code, altKey: true, ctrlKey: false, shiftKey: false, metaKey: false, isComposing: false },
    ...held,
    getModifierState: (name: string) => name === "AltGraph" && altGraph,
  }) as unknown as KeyboardEvent;

describe("the key of the focus view", () => {
  it("U9 is the person's own, then the host's, else Alt and F", () => {
    expect(focusKeys(guest())).toBe("Alt+F");
    expect(focusKeys(guest({}, "Shift+Ctrl+g"))).toBe("Ctrl+Shift+G");
    expect(focusKeys(guest({ keys: { focus: "F8" } }, "Alt+G"))).toBe("F8");
    expect(focusKeys(guest({ keys: { focus: "" } }))).toBe("");
  });

  it("U9 never is a letter alone", () => {
    expect(focusKeys(guest({}, "f"))).toBe("");
    expect(focusKeys(guest({}, "Shift+F"))).toBe("");
  });

  it.each([
    ["as most keyboards write it", press("f", "KeyF"), true],
    ["as a Mac writes it", press("ƒ", "KeyF"), true],
    ["as a dead key", press("Dead", "KeyF"), true],
    ["on a keyboard of another script", press("а", "KeyF"), true],
    ["where the letter has another place", press("f", "KeyY"), true],
    ["where another letter has that place", press("u", "KeyF"), false],
    ["with more than Alt", press("f", "KeyF", { ctrlKey: true }), false],
    ["without Alt", press("f", "KeyF", { altKey: false }), false],
    ["while a word is being composed", press("f", "KeyF", { isComposing: true }), false],
    ["with the right Alt, which writes letters", press("f", "KeyF", {}, true), false],
  ])("U9 is heard %s: %#", (_, event, heard) => {
    expect(isPressed("Alt+F", event)).toBe(heard);
  });

  it("U9 is written as people know it", () => {
    expect(keyWords("Alt+F", false)).toBe("Alt F");
    expect(keyWords("Alt+F", true)).toBe("⌥ F");
    expect(ariaKeys("Ctrl+Shift+G")).toBe("Control+Shift+G");
  });
});
