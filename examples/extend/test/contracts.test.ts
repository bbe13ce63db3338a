// @vitest-environment happy-dom
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Happening, toOpenTelemetry, toPostHog, toSegment, withPlugins } from "@waymark/sdk/extend";
import { aJourney, aStep, createFakeWaymark, createMemoryStorage } from "@waymark/testing";
import {
  actionContract,
  commandContract,
  conditionContract,
  destinationContract,
  insightContract,
  markContract,
  storageContract,
  strategyContract,
  surfaceContract,
} from "@waymark/testing/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { createGrid } from "../grid.ts";
import { readiness } from "../insight.ts";
import { toAddress, webStorage } from "../plugins/analytics.ts";
import { dialerPlugin } from "../plugins/dialer.ts";
import { gridPlugin } from "../plugins/grid.ts";

// What happy-dom lacks: one after the other, as the browser's own locks hand out the name.
beforeAll(() => {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, act: () => unknown): Promise<unknown> => {
    const now = last.then(act);
    last = now.catch(() => undefined);
    return now;
  };
  Object.defineProperty(navigator, "locks", { configurable: true, value: { request } });
});

const aGrid = (): ReturnType<typeof createGrid> => {
  document.body.replaceChildren();
  const root = document.createElement("div");
  document.body.append(root);
  return createGrid(root, 4, 3);
};

// #region condition
describe("E100 the grid's condition", () => {
  conditionContract("cell-chosen", () => {
    const grid = aGrid();
    const condition = gridPlugin(grid).conditions?.["cell-chosen"];
    if (!condition) throw new Error("no condition");
    return { condition, become: (holds) => grid.choose(holds ? "B2" : null) };
  });
});
// #endregion condition

// #region target
describe("E101 the grid's cells", () => {
  strategyContract("cell", () => {
    const grid = aGrid();
    const strategy = gridPlugin(grid).targets?.cell;
    if (!strategy) throw new Error("no strategy");
    return { strategy, known: [["B2", () => grid.cellAt("B2")]], unknown: ["Z99", "b2", "B"] };
  });
});
// #endregion target

// #region action
describe("E102 the telephone", () => {
  actionContract("dial", () => {
    const rung: (string | null)[] = [];
    const action = dialerPlugin({ dial: (about) => void rung.push(about), calls: () => [] }).actions?.dial;
    if (!action) throw new Error("no action");
    return { action, begun: () => rung };
  });
});
// #endregion action

// #region surface
describe("E103 the list of calls", () => {
  surfaceContract("call-log", () => {
    const surface = dialerPlugin({ dial: () => undefined, calls: () => ["Nordwind, 09:12"] }).surfaces?.["call-log"];
    if (!surface) throw new Error("no surface");
    return surface;
  });
});
// #endregion surface

// #region mark
describe("E104 the grid's mark", () => {
  markContract("cell", gridPlugin(aGrid()).marks?.cell ?? "");
});
// #endregion mark

// #region destination
describe("E105 destinations", () => {
  const tools: [string, (arrived: string[]) => (happening: Happening) => void][] = [
    ["a plain function", (arrived) => (happening) => void arrived.push(JSON.stringify(happening))],
    ["an address", (arrived) => toAddress("/mine", (_, body) => arrived.push(body))],
    ["Segment", (arrived) => toSegment({ track: (...all) => arrived.push(JSON.stringify(all)) })],
    ["PostHog", (arrived) => toPostHog({ capture: (...all) => arrived.push(JSON.stringify(all)) })],
    ["OpenTelemetry", (arrived) => toOpenTelemetry({ emit: (record) => arrived.push(JSON.stringify(record)) })],
  ];
  for (const [name, make] of tools)
    destinationContract(name, () => {
      const arrived: string[] = [];
      return { destination: make(arrived), arrived: () => arrived };
    });
});
// #endregion destination

// #region storage
describe("E106 storages", () => {
  storageContract("memory", () => ({ storage: createMemoryStorage() }));
  storageContract("the page's own storage", () => {
    localStorage.clear();
    return { storage: webStorage(localStorage), again: () => webStorage(localStorage) };
  });
});
// #endregion storage

// #region insight
describe("E108 the report", () => {
  insightContract("readiness", readiness);
});
// #endregion insight

// #region command
describe("E109 the command", async () => {
  const command = (await import("../overlong.ts")).default;
  const file = join(import.meta.dirname, "../journey.json");
  commandContract("overlong", () => ({ command, options: { most: "90" }, files: [file] }));
});
// #endregion command

describe("plugins together", () => {
  it("E110 what is there first stays; the one that comes later is told, and the rest of its plugin works", () => {
    const told: unknown[] = [];
    const host = { journeys: [], conditions: { ready: () => true } };
    const options = withPlugins(
      host,
      [
        { name: "one", conditions: { ready: () => false, more: () => true }, marks: { key: "font-weight: 600" } },
        { name: "two", marks: { "Not so": "color: red", key: "color: red" }, surfaces: { panel: aSurface } },
      ],
      ({ code, plugin, registry, name }) => told.push(`${code} ${plugin} ${registry} ${name}`),
    );
    expect(options.conditions?.ready).toBe(host.conditions.ready);
    expect(Object.keys(options.conditions ?? {})).toEqual(["ready", "more"]);
    expect(options.marks).toEqual({ key: "font-weight: 600" });
    expect(told).toEqual([
      "name_taken one conditions ready",
      "name_taken two surfaces panel",
      "name_invalid two marks Not so",
      "name_taken two marks key",
    ]);
    expect(host).toEqual({ journeys: [], conditions: { ready: host.conditions.ready } });
  });
  const aSurface = { title: "Mine", mount: () => () => undefined };
});

describe("fakes", () => {
  it("E120 a fake guest remembers what it was told, and tells what a test says", () => {
    const waymark = createFakeWaymark();
    const heard: string[] = [];
    const stop = waymark.on("step.completed", ({ step }) => heard.push(step ?? ""));
    waymark.start();
    waymark.track("deal.created", { dealId: "17" });
    waymark.open("panel", { journey: "win-a-deal" });
    waymark.happen("step.completed", { journey: "win-a-deal", step: "log-call" });
    waymark.happen("step.shown", { step: "other" });
    stop();
    waymark.happen("step.completed", { step: "late" });
    expect(waymark.calls).toEqual([
      ["start"],
      ["track", "deal.created", { dealId: "17" }],
      ["open", "panel", { journey: "win-a-deal" }],
    ]);
    expect(heard).toEqual(["log-call"]);
    expect(waymark.$surface.get()).toEqual({ name: "panel", journey: "win-a-deal" });
    expect(aJourney({ steps: [aStep("one")] }).steps).toHaveLength(1);
  });

  it("E109 the example's journey is one that the command reads", async () => {
    const text = await readFile(join(import.meta.dirname, "../journey.json"), "utf8");
    expect((JSON.parse(text) as { steps: unknown[] }).steps.length).toBeGreaterThan(1);
  });
});
