import type { Destination, Happening } from "@waymark/sdk/extend";
import { describe, expect, it } from "vitest";

/** A destination with what arrived where it leads. */
export interface DestinationWorld {
  destination: Destination;
  /** What arrived, as text: one entry for each happening. */
  arrived(): readonly string[] | Promise<readonly string[]>;
}

const at = Date.UTC(2026, 10, 2, 9);

/** One of each shape: of a step, of a journey, of the host, of the page. */
const happenings: readonly Happening[] = [
  { type: "step.completed", journey: "win-a-deal", step: "log-call", subject: "deal:17", at, props: { attempt: 2 } },
  { type: "journey.offered", journey: "win-a-deal", step: undefined, subject: undefined, at, props: {} },
  { type: "host.call.logged", at, props: { dealId: "17", won: true, amount: 12.5, note: null } },
  { type: "prompt.closed", journey: "win-a-deal", at: at + 0.25, props: { ms: 812.5 } },
];

/** What every destination promises: each happening arrives once, whole and in order, and is left as it was for the next. */
export function destinationContract(name: string, make: () => DestinationWorld | Promise<DestinationWorld>): void {
  describe(`${name} as a destination`, () => {
    it("hands on each happening once, in order, with its type, journey and step", async () => {
      const { destination, arrived } = await make();
      for (const each of happenings) expect(destination(each)).toBeUndefined();
      await expect.poll(async () => (await arrived()).length).toBe(happenings.length);
      const texts = await arrived();
      happenings.forEach(({ type, journey, step, subject }, index) => {
        for (const each of [type, journey, step, subject]) if (each !== undefined) expect(texts[index]).toContain(each);
      });
    });

    it("leaves what it is given as it was", async () => {
      const { destination } = await make();
      for (const each of happenings) {
        const given = { ...each, props: Object.freeze({ ...each.props }) };
        destination(Object.freeze(given));
      }
    });

    it("keeps the values that the host gave", async () => {
      const { destination, arrived } = await make();
      destination(happenings[2] as Happening);
      await expect.poll(async () => (await arrived()).length).toBe(1);
      for (const value of ["17", "12.5"]) expect((await arrived())[0]).toContain(value);
    });
  });
}
