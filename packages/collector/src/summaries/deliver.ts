import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CollectorError } from "../errors.ts";
import { post } from "./post.ts";
import { addressProblem, PrivateAddressError } from "./public-address.ts";
import { signedHeaders } from "./sign.ts";

/** Where something is posted to. */
export interface Webhook {
  /** https. */
  url: string;
  /** What it is signed with: `whsec_` and base64, 24 bytes or more. */
  secret: string;
  /** Whether private networks, loopback and plain http are allowed. Default `false`. */
  allowPrivate?: boolean | undefined;
  /** Milliseconds between attempts. Default: 5 s, then 1, 5, 10 and 30 minutes. */
  pauses?: readonly number[] | undefined;
}

const usualPauses: readonly number[] = [5_000, 60_000, 300_000, 600_000, 1_800_000];

/** Answers that another attempt may change. */
const passing = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429;

class Refused extends Error {}

/** Whether no other attempt would change anything. */
export const isFinal = (error: unknown): boolean => error instanceof Refused || error instanceof PrivateAddressError;

/**
 * Looks at a webhook before anything is sent.
 *
 * @param whose - As it stands in the sentence: `The summary's`.
 * @throws CollectorError `config_invalid` where the address may not be used or the secret is too short.
 */
export function checkWebhook(webhook: Webhook | undefined, whose: string): void {
  if (webhook === undefined) return;
  const problem = addressProblem(webhook.url, webhook.allowPrivate ?? false);
  if (problem !== null) throw new CollectorError("config_invalid", { message: `${whose} address ${problem}` });
  const bytes = webhook.secret.startsWith("whsec_")
    ? Buffer.from(webhook.secret.slice(6), "base64").length
    : webhook.secret.length;
  if (bytes < 24)
    throw new CollectorError("config_invalid", { message: `${whose} secret is too short: use 24 bytes or more.` });
}

/**
 * Posts a signed body, again after growing pauses where another attempt may change the answer. Every attempt has the same
 * id, and a time and a signature of its own.
 *
 * @param signal - Aborts when the collector closes: attempts end then, and the next start goes on.
 * @throws what the last attempt ended with; {@link isFinal} says whether it is of use to begin anew.
 */
export async function deliver(
  webhook: Webhook,
  { id, body }: { id: string; body: string },
  { now, signal }: { now: () => number; signal: AbortSignal },
): Promise<void> {
  const attempt = async (): Promise<void> => {
    const headers = signedHeaders(webhook.secret, id, Math.floor(now() / 1000), body);
    const status = await post(webhook.url, body, headers, { allowPrivate: webhook.allowPrivate ?? false, signal });
    if (status >= 200 && status < 300) return;
    const said = `the receiver answered ${status}`;
    throw passing(status) ? new Error(said) : new Refused(said);
  };
  const pauses = webhook.pauses ?? usualPauses;
  for (let count = 0; ; count += 1)
    try {
      return await attempt();
    } catch (error) {
      const wait = pauses[count];
      if (isFinal(error) || wait === undefined || signal.aborted) throw error;
      await pause(wait, undefined, { signal, ref: false });
    }
}

/** Writes a file that only its owner reads. Whoever watches the folder never sees half of it. */
export async function writeWhole(folder: string, name: string, body: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(`${path}.part`, body, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
