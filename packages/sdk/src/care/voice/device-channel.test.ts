import type { Store } from "../../ports/platform.ts";
import { voiceContract } from "../../ports/voice.contract.ts";
import { createDeviceChannel } from "./device-channel.ts";

voiceContract("kept on the device", () => {
  const values = new Map<string, unknown>();
  const store: Store = {
    get: async <T>(key: string) => values.get(key) as T | undefined,
    update: async (key, change) => {
      values.set(key, change(values.get(key) as never));
    },
  };
  const sent: string[] = [];
  let now = 0;
  let count = 0;
  const fetch = async (url: string, init?: RequestInit): Promise<Response> => {
    sent.push(`${init?.method ?? "GET"} ${url}${init?.body ? `\n${String(init.body)}` : ""}`);
    return Response.json({ format: "waymark.answers/1", answers: [] });
  };
  const platform = { now: () => now, id: () => `r${count++}`, store, fetch };
  return {
    channel: createDeviceChannel(platform, "somebody", "https://host.example/answers.json"),
    sent: () => sent.join("\n"),
    setNow: (at) => {
      now = at;
    },
  };
});
