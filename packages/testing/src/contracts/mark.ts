import { describe, expect, it } from "vitest";

/** What would take a mark out of its line, or send a request to somebody. */
const forbidden = /url\(|@import|position\s*:|display\s*:\s*(none|block|flex|grid)|expression|[{}<]/i;

/** What every mark promises: CSS declarations that dress a word inside its line, in light and dark, and fetch nothing. */
export function markContract(name: string, css: string): void {
  describe(`${name} as a mark`, () => {
    it("is declarations, and nothing but", () => {
      const parts = css.split(";").filter((each) => each.trim() !== "");
      expect(parts.length).toBeGreaterThan(0);
      for (const each of parts) expect(each).toMatch(/^\s*-{0,2}[a-z][a-z-]*\s*:\s*\S/);
    });

    it("stays in its line and fetches nothing", () => {
      expect(css).not.toMatch(forbidden);
    });

    it("gives no ground without its ink, or text would vanish in another theme", () => {
      if (/background(-color)?\s*:/.test(css)) expect(css).toMatch(/(^|;|\s)color\s*:/);
    });
  });
}
