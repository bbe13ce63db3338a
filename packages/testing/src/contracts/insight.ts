import type { Insight, Published } from "@waymark/collector";
import type { Summary } from "@waymark/schema";
import { describe, expect, it } from "vitest";

/** A project in which nothing is published yet, as every project begins. */
const empty: Summary = {
  format: "waymark.summary/1",
  project: { id: "crm", title: "CRM", timeZone: "UTC" },
  block: null,
  nextAt: null,
  pictures: [],
  voices: { places: 0, open: 0 },
};

const nothing: Published = {
  summary: async () => structuredClone(empty),
  gap: async () => ({ rows: [], worst: null }) as unknown as Awaited<ReturnType<Published["gap"]>>,
  figures: async () => ({ rows: [] }) as unknown as Awaited<ReturnType<Published["figures"]>>,
};

/**
 * What every insight promises: plain JSON, the same for the same published data, and an answer also where nothing is
 * published yet.
 *
 * @param published - What is published where there is something. Default: nothing.
 */
export function insightContract(name: string, insight: Insight, published: Partial<Published> = {}): void {
  const worlds: [string, Published][] = [
    ["nothing is published", nothing],
    ["something is published", { ...nothing, ...published }],
  ];
  describe(`${name} as an insight`, () => {
    it.each(worlds)("answers with plain JSON where %s", async (_, world) => {
      const report = await insight(world);
      expect(report).toBeDefined();
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    });

    it.each(worlds)("says the same twice where %s", async (_, world) => {
      expect(await insight(world)).toEqual(await insight(world));
    });
  });
}
