import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyProgress, laterKey, mergeProgress, newsKey, nextNews, nextReturn, snoozeUntil } from "../src/index.ts";

const now = new Date(2026, 10, 22, 15, 30).getTime();
const item = (id: string, until?: string) => ({ id, until });

describe("news", () => {
  it("B5 is told in order, not after its end, and not where it was closed or put off", () => {
    const news = [item("old", "2026-01-01"), item("a"), item("b")];
    expect(nextNews(news, {}, now)?.id).toBe("a");
    expect(nextNews(news, { "news/a": now - 9 }, now)?.id).toBe("b");
    expect(nextNews(news, { "later/a": now + 1, "news/b": now }, now)).toBeNull();
    expect(nextNews(news, { "later/a": now + 1, "news/b": now }, now + 1)?.id).toBe("a");
    expect(nextNews([item("x", "soon"), item("")], {}, now)).toBeNull();
  });

  it("B6 later means four hours, tomorrow morning, or a week from now in the morning", () => {
    expect(snoozeUntil("hours", now) - now).toBe(4 * 3_600_000);
    expect(snoozeUntil("tomorrow", now)).toBe(new Date(2026, 10, 23, 6).getTime());
    expect(snoozeUntil("week", now)).toBe(new Date(2026, 10, 29, 6).getTime());
    expect(nextReturn([item("a"), item("b")], { "later/a": now + 9, "news/b": now }, now)).toBe(now + 9);
    expect(nextReturn([item("a")], { "news/a": now, "later/a": now + 9 }, now)).toBeNull();
  });

  it("B7 what was closed on one device stays closed on all, whichever copy comes first", () => {
    const at = fc.integer({ min: 0, max: now * 2 });
    const mark = fc.tuple(fc.constantFrom(newsKey({ id: "a" }), laterKey({ id: "a" })), at);
    fc.assert(
      fc.property(mark, mark, (a, b) => {
        const copy = (each: [string, number]) => ({ ...emptyProgress(), marks: Object.fromEntries([each]) });
        const one = mergeProgress(copy(a), copy(b));
        expect(one).toEqual(mergeProgress(copy(b), copy(a)));
        if ([a, b].some(([name]) => name === "news/a")) {
          expect(nextNews([item("a")], one.marks ?? {}, now * 3)).toBeNull();
        }
      }),
    );
  });
});
