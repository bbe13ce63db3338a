// @vitest-environment happy-dom
import type { JourneyPicture } from "@waymark/schema";
import { render } from "preact";
import { expect, onTestFinished, test } from "vitest";
import { timeAxis } from "../picture/evidence.ts";
import { noShare, picture, share, step, time } from "../picture/sample.ts";
import { Cell } from "./Cell.tsx";
import type { Drawn } from "./drawn.ts";
import { earlierThrough, earlierTime } from "./earlier.ts";
import { blockOf, type Period } from "./use-periods.ts";

const before = picture([
  step("Send the quote", { through: share(12, 22), time: time(20, [15, 40]) }),
  step("Book", { through: noShare("too_few") }),
]);
const now = picture([step("Send the quote", { through: share(20, 25) }), step("Book"), step("New")]);
const drawn = (earlier: JourneyPicture | null): Drawn => ({
  ...{ picture: now, earlier, timeZone: "UTC", faces: [], narrowest: null, slowest: null },
  axis: timeAxis(earlier === null ? now : { ...now, steps: [...now.steps, ...earlier.steps] }),
});

function show(earlier: ReturnType<typeof earlierThrough>): HTMLElement {
  const root = document.body.appendChild(document.createElement("div"));
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  const cell = { kind: "too_few" } as const;
  render(<Cell cell={cell} earlier={earlier} width={200} marked={false} nextAt={null} timeZone="UTC" />, root);
  return root;
}

test("D55 what stood here before is said and drawn hollow, on one scale with what stands here now", () => {
  const root = show(earlierThrough(drawn(before), "Send the quote", 200));
  expect(root.textContent).toContain("was 12 of 22, 40 to 90%");
  expect(root.querySelector(".dot.hollow")?.getAttribute("cx")).toBe("108.7");
  // The axis holds the slower of the two.
  expect(drawn(before).axis?.endMs).toBeGreaterThanOrEqual(40 * 60_000);
  expect(show(earlierTime(drawn(before), "Send the quote", 200)).textContent).toContain("was 20 min");
});

test("D55 a step that was withheld or was not there says so; without a comparison there is nothing", () => {
  expect(show(earlierThrough(drawn(before), "Book", 200)).textContent).toContain("was too few to show");
  expect(show(earlierThrough(drawn(before), "New", 200)).textContent).toContain("was not in it");
  expect(show(earlierThrough(drawn(null), "Book", 200)).querySelector(".earlier")).toBeNull();
});

test("D54 an address names a block, or the latest of a version; what it names wrongly is the latest", () => {
  const period = (to: string, version: number): Period => ({
    ...{ from: "", to, version, frozenAt: "", simulated: false },
  });
  const periods = [period("2026-12-28", 3), period("2026-11-30", 2), period("2026-11-02", 2), period("2026-10-05", 1)];
  expect(blockOf({}, null)).toBe("latest");
  expect(blockOf({ block: "2026-10-05" }, null)).toBe("unknown");
  expect(blockOf({ block: "2026-10-05" }, periods)).toBe("2026-10-05");
  expect(blockOf({ version: "2" }, periods)).toBe("2026-11-30");
  expect(blockOf({ version: "2", block: "2026-11-02" }, periods)).toBe("2026-11-02");
  expect(blockOf({ block: "2026-01-01" }, periods)).toBe("latest");
  expect(blockOf({ version: "3" }, periods)).toBe("latest");
});
