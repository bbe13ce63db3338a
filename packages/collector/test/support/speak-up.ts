import type { Bench } from "./bench.ts";
import { deviceOf, envelopeOf, reportOf } from "./device.ts";
import type { Ask } from "./over-http.ts";
import { team } from "./team.ts";

const weekMs = 7 * 86_400_000;

/**
 * Twelve people work on `log-call`, five of them report it in the week after, and the week after that it is published.
 *
 * @returns the published cell's id, and one of the words that wait; both asked for by a customer success manager.
 */
export async function speakUp(bench: Bench, ask: Ask, words = "words"): Promise<{ voice: string; text: string }> {
  const { clock, keys } = bench;
  const address = `?key=${keys.writeKey}`;
  const forth = (): void => clock.set(new Date(clock.now() + weekMs).toISOString());
  await team(bench, new Date(clock.now()).toISOString().slice(0, 10), 12, [12], "v");
  const tokens: string[] = [];
  for (let person = 0; person < 10; person++)
    tokens.push((await (await deviceOf(bench, `v-${person}`)).issue(["log-call"]))["log-call"] ?? "");
  const device = await deviceOf(bench, "v-0");
  forth();
  for (const token of tokens.slice(0, 5))
    await ask("POST", `/v1/envelopes${address}`, { bytes: await envelopeOf(device.keys, [reportOf(token, words)]) });
  forth();
  await ask("POST", "/v1/blocks/freeze", { key: keys.ownerKey });
  const headers = { cookie: await bench.signIn("csm") };
  const { cells } = (await ask("GET", "/v1/voices", { headers })).json;
  const { texts } = (await ask("GET", "/v1/voices/texts", { headers })).json;
  return { voice: cells[0].id, text: texts[0].id };
}
