import { isoWeek, quarterOfWeek } from "@waymark/engine";
import { describe, expect, it } from "vitest";
import type { Store } from "../../ports/platform.ts";
import { voiceContract } from "../../ports/voice.contract.ts";
import type { VoiceChannel } from "../../ports/voice.ts";
import { createAnonymousChannel } from "./anonymous-channel.ts";
import { type Box, emptyBox, openBox, placeKey } from "./box.ts";
import { createDeviceChannel } from "./device-channel.ts";

const start = Date.UTC(2026, 10, 18, 9);
const nextWeek = Date.UTC(2026, 10, 24, 9);
const draft = { journey: "win", step: "date", reason: "slow", text: "Sixteen fields." } as const;
const held = { modulus: "", raw: { input: "", blinded: "", inverse: "" }, token: "a token" };

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
  values.set("voice-box-somebody", { ...emptyBox, quarter: quarterOfWeek(isoWeek(start)), seal: "key", tokens });
  const device = createDeviceChannel(platform, "somebody", "https://collector.example/v1/answers");
  const channel: VoiceChannel = createAnonymousChannel(platform, device, box, () => maySend);
  return {
    channel,
    box,
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
});
