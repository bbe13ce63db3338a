import { isoWeek, quarterOfWeek } from "@waymark/engine";
import { describe, expect, it } from "vitest";
import type { ReportDraft, VoiceChannel } from "./voice.ts";

/** A channel in a world of its own, and all that left the device since it was made. */
export interface VoiceWorld {
  channel: VoiceChannel;
  /** Everything sent, as text: addresses, headers, bodies. */
  sent(): string;
  setNow(now: number): void;
}

const start = Date.UTC(2026, 10, 18, 9);
const draft: ReportDraft = {
  journey: "win",
  step: "date",
  reason: "slow",
  before: null,
  text: "Sixteen fields before I can.",
};

/** What every channel promises. Run it over each adapter. */
export function voiceContract(name: string, open: () => VoiceWorld): void {
  const opened = async (): Promise<VoiceWorld> => {
    const world = open();
    world.setNow(start);
    await world.channel.read();
    return world;
  };

  describe(`voice channel: ${name}`, () => {
    it("N20 a report comes back as a receipt of its words, its step and its week", async () => {
      const { channel } = await opened();
      const before = channel.until(start, draft);
      const receipt = await channel.report(draft);
      expect(receipt).toMatchObject({ ...draft, week: isoWeek(start), until: before });
      expect(receipt?.id).not.toBe("");
    });

    it("N20 two reports have two receipts", async () => {
      const { channel } = await opened();
      const first = await channel.report(draft);
      const second = await channel.report({ ...draft, step: "quote" });
      expect(second?.id).not.toBe(first?.id);
    });

    it("N21 there is one report about a step in a quarter", async () => {
      const { channel, setNow } = await opened();
      expect(await channel.report(draft)).not.toBeNull();
      expect(await channel.report({ ...draft, reason: "blocked" })).toBeNull();
      const next = Date.UTC(2027, 0, 20);
      expect(quarterOfWeek(isoWeek(next))).not.toBe(quarterOfWeek(isoWeek(start)));
      setNow(next);
      expect(await channel.report(draft)).not.toBeNull();
    });

    it("N22 a report taken back in time is gone: the step can be reported again", async () => {
      const { channel } = await opened();
      const receipt = await channel.report(draft);
      expect(receipt && (await channel.withdraw(receipt))).toBe(true);
      expect(await channel.report(draft)).not.toBeNull();
    });

    it("N22 after its time, if it has one, it stays", async () => {
      const { channel, setNow } = await opened();
      const receipt = await channel.report(draft);
      setNow((receipt?.until ?? start) + 1);
      expect(receipt && (await channel.withdraw(receipt))).toBe(receipt?.until === null);
    });

    it("N23 what leaves holds no word of the report in the clear, and nothing at all where nothing is promised to leave", async () => {
      const { channel, sent } = await opened();
      const receipt = await channel.report(draft);
      await channel.answers();
      if (receipt) await channel.helped(receipt, "a1", "no");
      if (receipt) await channel.withdraw(receipt);
      expect(sent()).not.toContain(draft.text);
      expect(sent()).not.toContain(receipt?.id);
      if (!channel.promises(draft).leaves)
        expect(
          sent()
            .replaceAll(/^GET \S*answers\S*$/gm, "")
            .trim(),
        ).toBe("");
    });

    it("N31 a report has a week to be answered by once it has left, and where nothing leaves at once", async () => {
      const { channel } = await opened();
      const { leaves } = channel.promises(draft);
      const receipt = await channel.report(draft);
      expect(receipt && channel.week(receipt)).toBe(leaves ? null : isoWeek(start));
    });

    it("N24 it promises a reader and a count only where something leaves, and never a count of fewer than five", async () => {
      const promises = (await opened()).channel.promises(draft);
      if (promises.leaves) expect(promises.least).toBeGreaterThanOrEqual(5);
      else expect(promises.reader).toBeNull();
    });
  });
}
