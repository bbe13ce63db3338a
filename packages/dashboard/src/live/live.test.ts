import type { ArrivalsReport } from "@waymark/schema";
import { expect, test } from "vitest";
import { announce, silent } from "./announcer.ts";
import { arrivalsFinding, isEmpty, scriptTag } from "./arrivals-finding.ts";

const now = Date.parse("2026-11-21T09:30:00Z");
const report = (over: Partial<ArrivalsReport>): ArrivalsReport => ({
  ...{ received: 0, simulated: 0, rejected: 0, duplicates: 0, dropped: {}, lastAt: null },
  ...{ perMinute: [], byType: [], rejects: [] },
  ...over,
});

test("D31 the live region speaks at most once in 10 seconds", () => {
  const first = announce(silent, "1 event", now);
  expect(first.said).toBe("1 event");
  expect(announce(first, "2 events", now + 9_999)).toBe(first);
  expect(announce(first, "2 events", now + 10_000).said).toBe("2 events");
});

test("D31 what was said is not said again", () => {
  const first = announce(silent, "1 event", now);
  expect(announce(first, "1 event", now + 60_000)).toBe(first);
});

test.each([
  [{}, "Nothing has arrived yet"],
  [{ received: 9, lastAt: "2026-11-21T09:29:50Z" }, "Events are arriving"],
  [{ received: 9, rejected: 2, lastAt: "2026-11-21T09:29:50Z" }, "Events are arriving; 2 were turned away"],
  [{ received: 9, lastAt: "2026-11-21T06:30:00Z" }, "Nothing has arrived for 3 hours"],
  [{ rejected: 1 }, "Nothing has arrived yet; 1 was turned away"],
])("D32 %j is titled %s", (over, title) => {
  expect(arrivalsFinding(report(over), now)).toBe(title);
});

test("D32 only a project that received nothing at all is empty, and its tag has the collector's origin", () => {
  expect(isEmpty(report({}))).toBe(true);
  expect(isEmpty(report({ rejected: 1 }))).toBe(false);
  expect(scriptTag("https://c.example")).toBe(
    '<script async src="https://c.example/waymark.js" data-key="pk_..."></script>',
  );
});
