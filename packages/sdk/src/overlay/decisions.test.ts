import type { JourneyView, StationView } from "@waymark/engine";
import { describe, expect, it } from "vitest";
import { launcherFace } from "./launcher-face.ts";
import { frameOf, layoutOf } from "./layout.ts";
import { actsFor } from "./station-acts.ts";
import { fallbackAccent } from "./style/accent.ts";
import { enlarge } from "./text-scale.ts";

const brief = { purpose: "p", benefit: "b", expectation: "e" };

function journey(changes: Partial<JourneyView> = {}): JourneyView {
  const base = { id: "win", version: 1, title: "Win", destination: null, subject: null, label: null, per: null };
  return { ...base, brief: null, briefAnswer: null, stations: [], done: 2, total: 5, here: 2, records: [], ...changes };
}

function station(changes: Partial<StationView> = {}): StationView {
  const base = { id: "s", state: "here", title: "T", heading: "T", say: null, why: null, minutes: null } as const;
  return { ...base, label: "Go", open: "/x", target: { id: "x" }, due: null, how: null, skippable: true, ...changes };
}

describe("launcherFace", () => {
  it("O6 shows an unread brief first", () => {
    expect(launcherFace([journey({ brief })])).toEqual({ kind: "brief" });
    expect(launcherFace([journey({ brief, briefAnswer: "later" })]).kind).toBe("left");
    expect(launcherFace([journey(), journey({ brief })]).kind).toBe("left");
  });

  it("O6 counts what is left on the first open way", () => {
    expect(launcherFace([journey({ done: 5, here: null }), journey()])).toMatchObject({ kind: "left", left: 3 });
  });

  it("O6 shows the mark when nothing is left or only a list of records", () => {
    expect(launcherFace([journey({ done: 5 })]).kind).toBe("mark");
    expect(launcherFace([journey({ per: "deal" })]).kind).toBe("mark");
  });
});

describe("actsFor", () => {
  it.each([
    ["here", station(), "do", ["show", "later", "hard"], ["tick", "skip"]],
    ["another", station({ state: "next" }), "do", ["show", "hard"], ["tick", "skip"]],
    ["done", station({ state: "done" }), null, ["untick", "hard"], []],
    ["set aside", station({ state: "skipped" }), null, ["unskip"], []],
    ["nothing to show", station({ target: null, open: null, label: null }), "did", ["later", "hard"], ["skip"]],
    ["only a page", station({ target: null, skippable: false }), "do", ["later", "hard"], ["tick"]],
  ] as const)("O7 offers what fits: %s", (_, given, main, quiet, rare) => {
    expect(actsFor(given)).toEqual({ main, quiet, rare });
  });
});

describe("layoutOf", () => {
  it("O8 stands in the lower corner at the end of the reading direction", () => {
    expect(layoutOf("corner", frameOf(1280), "ltr").inset).toBe("auto 24px 20px auto");
    expect(layoutOf("corner", frameOf(1280), "rtl").inset).toBe("auto auto 20px 24px");
  });

  it("O8 is a sheet below 560 px", () => {
    expect(layoutOf("corner", frameOf(559), "ltr").inset).toBe("auto 0 0");
    expect(frameOf(560).phone).toBe(false);
  });
});

describe("enlarged text", () => {
  it("K27 counts the window in its own larger pixels", () => {
    const twice = { scale: 2, coarse: false };
    expect(frameOf(640, twice)).toEqual({ width: 320, phone: true, ...twice });
    expect(frameOf(1280, twice).phone).toBe(false);
  });

  it("K27 turns the widths of a sheet into those of a window with as much text", () => {
    const css = "@media (max-width: 559px) { .a { block-size: calc(100dvh - 24px) } }";
    expect(enlarge(css, 2)).toBe("@media (max-width: 1118px) { .a { block-size: calc(calc(100dvh / 2) - 24px) } }");
  });
});

describe("fallbackAccent", () => {
  // Expected values are Chromium's own for the relative colours in tokens.ts.
  it("O9 darkens a bright accent on paper and lightens a dark one at night", () => {
    expect(fallbackAccent([245, 179, 1], "light").accent).toBe("rgba(137, 76, 0, 1)");
    expect(fallbackAccent([18, 105, 79], "light").accent).toBe("rgba(18, 105, 79, 1)");
    expect(fallbackAccent([18, 105, 79], "dark").accent).toBe("rgba(124, 202, 172, 1)");
  });
});
