import { expect, test } from "vitest";
import { keepTheme, parseTheme, readTheme } from "./theme.ts";

test("D26 the choice is remembered, and what is no choice is the system's", () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(readTheme(store)).toBe("system");
  keepTheme(store, "dark");
  expect(readTheme(store)).toBe("dark");
  expect(parseTheme("purple")).toBe("system");
});

test("D26 a browser that forbids storage still works", () => {
  const forbidden = (): never => {
    throw new DOMException("denied", "SecurityError");
  };
  const store = { getItem: forbidden, setItem: forbidden };
  expect(readTheme(store)).toBe("system");
  expect(keepTheme(store, "dark")).toBe(false);
});
