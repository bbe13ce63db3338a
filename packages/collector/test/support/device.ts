import { type EnvelopeContent, envelopeInfo, envelopeRoom, type SealedReport, type TokenKeys } from "@waymark/schema";
import { seal } from "../../../sdk/src/care/voice/seal.ts";
import { finishToken, makeToken, type RawToken } from "../../../sdk/src/care/voice/token.ts";
import type { Bench } from "./bench.ts";

/** One person's device, as the SDK's is, with its steps one at a time. */
export interface Device {
  keys: TokenKeys;
  /** What was asked to be signed, by step. */
  raw: Record<string, RawToken>;
  /** Asks for tokens; again: with the same messages. */
  ask(steps: readonly string[]): Promise<Response>;
  /** Asks, and finishes what was signed. */
  issue(steps: readonly string[]): Promise<Record<string, string>>;
}

export async function deviceOf(
  bench: Bench,
  person: string,
  roles: string[] = ["sales-rep"],
  journey = "win-a-deal",
): Promise<Device> {
  const page = `?key=${bench.keys.writeKey}`;
  const keys = (await (await bench.call("GET", `/v1/tokens/keys${page}&journey=${journey}`)).json()) as TokenKeys;
  const group = keys.groups.find(({ roles: own }) => own.includes(roles[0] ?? ""));
  const raw: Record<string, RawToken> = {};
  const ask = async (steps: readonly string[]): Promise<Response> => {
    for (const step of steps) raw[step] ??= await makeToken(keys.issuer, group?.keys[step] ?? "");
    const blinded = steps.map((step) => ({ journey, step, message: raw[step]?.blinded }));
    const body = { format: "waymark.tokens/1", quarter: keys.quarter, blinded };
    return bench.call("POST", `/v1/tokens${page}`, { key: await bench.token(person, roles), body });
  };
  return {
    keys,
    raw,
    ask,
    async issue(steps) {
      const response = await ask(steps);
      if (response.status !== 200) throw new Error(await response.text());
      const { signatures } = (await response.json()) as { signatures: string[] };
      const finished: Record<string, string> = {};
      for (const [at, step] of steps.entries()) {
        const own = raw[step];
        const token = own && (await finishToken(group?.keys[step] ?? "", own, signatures[at] ?? ""));
        if (!token) throw new Error(`the signature for ${step} does not hold`);
        finished[step] = token;
      }
      return finished;
    },
  };
}

/** An envelope as every device sends it. */
export async function envelopeOf(
  keys: TokenKeys,
  reports: readonly SealedReport[],
  withdrawn: readonly string[] = [],
  echoes: Partial<Pick<EnvelopeContent, "ratings" | "replies">> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const content: EnvelopeContent = {
    ...{ format: "waymark.envelope/1", reports: [...reports], withdrawn: [...withdrawn] },
    ...{ ratings: echoes.ratings ?? [], replies: echoes.replies ?? [] },
  };
  const plain = new Uint8Array(envelopeRoom).fill(32);
  plain.set(new TextEncoder().encode(JSON.stringify(content)));
  return seal(new Uint8Array(Buffer.from(keys.seal ?? "", "base64url")), envelopeInfo, plain);
}

export const reportOf = (token: string, text = "", step = "log-call"): SealedReport => ({
  journey: "win-a-deal",
  step,
  reason: "slow",
  before: null,
  text,
  token,
});

/** The receipt of a token's report: its nonce. */
export const receiptOf = (token: string): string =>
  Buffer.from(token, "base64url").subarray(2, 34).toString("base64url");

/** Sends an envelope; nobody says who they are. */
export function post(bench: Bench, body: Uint8Array<ArrayBuffer>): Promise<Response> {
  const headers = { "content-type": "text/plain" };
  return bench.collector.fetch(
    new Request(`http://collector/v1/envelopes?key=${bench.keys.writeKey}`, { method: "POST", headers, body }),
  );
}
