// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { nameTarget } from "./anchor-name.ts";

/** happy-dom computes no anchor names: the inline value stands for the computed one. */
beforeEach(() => {
  vi.stubGlobal("getComputedStyle", (element: HTMLElement) => element.style);
  return () => vi.unstubAllGlobals();
});

describe("nameTarget", () => {
  it("A5 names a target and leaves it as it was", () => {
    const target = document.createElement("button");
    const restore = nameTarget(target);
    expect(target.style.getPropertyValue("anchor-name")).toBe("--waymark-target");
    restore();
    expect(target.hasAttribute("style")).toBe(false);
  });

  it("A5 keeps the host's own name beside ours", () => {
    const target = document.createElement("button");
    target.style.setProperty("anchor-name", "--host");
    const restore = nameTarget(target);
    expect(target.style.getPropertyValue("anchor-name")).toBe("--host, --waymark-target");
    restore();
    expect(target.style.getPropertyValue("anchor-name")).toBe("--host");
  });
});
