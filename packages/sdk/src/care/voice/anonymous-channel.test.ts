import { isoWeek, quarterOfWeek } from "@waymark/engine";
import { describe, expect, it } from "vitest";
import type { Store } from "../../ports/platform.ts";
import { voiceContract } from "../../ports/voice.contract.ts";
import type { VoiceChannel } from "../../ports/voice.ts";
import { createAnonymousChannel } from "./anonymous-channel.ts";
import { type Box, emptyBox, openBox, placeKey } from "./box.ts";
import { createDeviceChannel } from "./device-channel.ts";
import { toPadded } from "./padded.ts";

const start = Date.UTC(2026, 10, 18, 9);
const nextWeek = Date.UTC(2026, 10, 24, 9);
const draft = { journey: "win", step: "date", reason: "slow", before: null, text: "Sixteen fields." } as const;
const held = { modulus: "", raw: { input: "", blinded: "", inverse: "" }, token: "A".repeat(472) };

function world(places = [draft, { ...draft, step: "quote" }]) {
  const values = new Map<string, unknown>();
  const store: Store = {
    get: async <T>(key: string) => values.get(key) as T | undefined,
    update: async (key, change) => {
      values.set(key, change(values.get(key) as never));
    },
  };
  const sent: string[] = [];
  let now = start;
  let maySend = true;
  let count = 0;
  const fetch = async (url: string): Promise<Response> => {
    sent.push(`GET ${url}`);
    return Response.json({ format: "waymark.answers/1", answers: [] });
  };
  const platform = { now: () => now, id: () => `r${count++}`, store, fetch };
  const box: Box = openBox(platform, "somebody");
  const tokens = Object.fromEntries(places.map((place) => [placeKey(place), held]));
  values.set(
    "voice-box-somebody",
    toPadded({ ...emptyBox, quarter: quarterOfWeek(isoWeek(start)), seal: "key", tokens }),
  );
  const device = createDeviceChannel(platform, "somebody", "https://collector.example/v1/answers");
  const channel: VoiceChannel = createAnonymousChannel(platform, device, box, () => maySend);
  return {
    channel,
    box,
    kept: () => values.get("voice-box-somebody"),
    sent: () => sent.join("\n"),
    forbid: () => {
      maySend = false;
    },
    setNow: (at: number) => {
      now = at;
    },
  };
}

voiceContract("anonymous, by the weekly envelope", () => world());

describe("the anonymous channel", () => {
  it("V37 until Monday a report can be taken back for certain, since it has not left; from then on it stays", async () => {
    const { channel, box, setNow } = world();
    await channel.read();
    const receipt = await channel.report(draft);
    expect(receipt?.until).toBe(Date.UTC(2026, 10, 23));
    expect(box.now().outbox).toMatchObject([{ made: "2026-W47", sent: null }]);
    expect(receipt && (await channel.withdraw(receipt))).toBe(true);
    expect(box.now()).toMatchObject({ outbox: [], used: [] });
    const again = await channel.report(draft);
    setNow(nextWeek);
    expect(again && (await channel.withdraw(again))).toBe(false);
    expect(box.now().outbox).toHaveLength(1);
  });

  it("V38 where there is no token for a step the report stays on the device, and no more is promised", async () => {
    const { channel, box } = world([]);
    await channel.read();
    expect(channel.promises(draft)).toMatchObject({ leaves: false, reader: null });
    expect(await channel.report(draft)).toMatchObject({ until: null });
    expect(box.now().outbox).toEqual([]);
  });

  it("V38 nor is anything promised to whoever objects to sending", async () => {
    const { channel, forbid } = world();
    await channel.read();
    forbid();
    expect(channel.promises(draft).leaves).toBe(false);
    expect(await channel.report(draft)).toMatchObject({ until: null });
  });

  it("V38 nor does a token of another quarter promise anything", async () => {
    const { channel, setNow } = world();
    await channel.read();
    expect(channel.promises(draft).leaves).toBe(true);
    setNow(Date.UTC(2027, 0, 20));
    expect(channel.promises(draft).leaves).toBe(false);
  });

  /** A report that left in the week after it was made. */
  async function reported() {
    const it = world();
    await it.channel.read();
    const receipt = await it.channel.report(draft);
    if (receipt === null) throw new Error("nothing was reported");
    it.setNow(nextWeek);
    await it.box.change((old) => ({ ...old, outbox: old.outbox.map((each) => ({ ...each, sent: "2026-W48" })) }));
    return { ...it, receipt };
  }

  it("V40 whether an answer helped waits for the next envelope, by the receipt of the report alone; said again it takes the place of the first", async () => {
    const { channel, box, receipt, sent } = await reported();
    const before = sent();
    await channel.helped(receipt, "a1", "no");
    await channel.helped(receipt, "a1", "yes");
    expect(box.now().later.map(({ say }) => say)).toEqual([
      { kind: "rating", receipt: "A".repeat(43), answer: "a1", help: "yes" },
    ]);
    expect(sent()).toBe(before);
    await box.change((old) => ({ ...old, later: old.later.map((each) => ({ ...each, sent: "2026-W48" })) }));
    await channel.helped(receipt, "a1", "no");
    expect(box.now().later.map(({ say }) => say)).toMatchObject([{ help: "yes" }]);
  });

  it("V41 one may answer back once for each answer, and only where the report has left: else nobody could have answered it", async () => {
    const { channel, box, receipt } = await reported();
    expect(await channel.reply(receipt, "a1", "Six are left.")).toBe(true);
    expect(await channel.reply(receipt, "a2", "And now?")).toBe(true);
    expect(box.now().later).toHaveLength(2);
    await box.change((old) => ({ ...old, later: old.later.map((each) => ({ ...each, sent: "2026-W48" })) }));
    expect(await channel.reply(receipt, "a1", "Again.")).toBe(false);
    const young = world();
    await young.channel.read();
    const own = await young.channel.report(draft);
    expect(own && (await young.channel.reply(own, "a1", "Early."))).toBe(false);
    expect(young.box.now().later).toEqual([]);
  });

  it("V43 a report that has left can be asked back: its token goes with the next envelope", async () => {
    const { channel, box, receipt } = await reported();
    expect(await channel.withdraw(receipt)).toBe(false);
    expect(await channel.askBack(receipt)).toBe(true);
    expect(box.now().later).toMatchObject([{ say: { kind: "withdrawn", token: "A".repeat(472) }, sent: null }]);
    const young = world();
    await young.channel.read();
    const own = await young.channel.report(draft);
    expect(own && (await young.channel.askBack(own))).toBe(false);
  });

  it("V42 what a device keeps is of one size, whether somebody reported, rated and answered back or never did", async () => {
    const quiet = world();
    await quiet.box.change((old) => old);
    const spoken = await reported();
    await spoken.channel.helped(spoken.receipt, "a1", "no");
    await spoken.channel.reply(spoken.receipt, "a1", "Six are left.");
    const size = ({ kept }: typeof quiet): number => String(kept()).length;
    expect(size(quiet)).toBeGreaterThan(1000);
    expect(size(spoken)).toBe(size(quiet));
    const receipts = [{ ...spoken.receipt, text: "x".repeat(500) }];
    expect(toPadded(receipts).length).toBe(toPadded([]).length);
  });
});
