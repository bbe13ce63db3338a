import type { Journey } from "@waymark/schema";
import { callCollector } from "./call-collector.ts";

/** Where to publish, and as whom. */
export interface PublishOptions {
  /** The collector's address. */
  collector: string;
  /** An author key (`ak_...`) or the owner's. */
  key: string;
  note?: string | undefined;
  /** `git`: from now on the journey is published from files only; `collector`: it is not any more. Default: as it was. */
  origin?: "collector" | "git" | undefined;
}

async function call(options: PublishOptions, method: string, path: string, body: unknown): Promise<unknown> {
  type Refusal = { detail?: string; problems?: { message: string }[] };
  const { ok, status, body: answer } = await callCollector<Refusal>(options, method, path, body);
  if (ok) return answer;
  const sentences = answer.problems?.map(({ message }) => message) ?? [];
  throw new Error([answer.detail ?? `The collector answered ${status}.`, ...sentences].join("\n"));
}

/** Puts a journey's draft and publishes it. The same content twice is the same version. */
export async function publishJourney(
  journey: Journey,
  options: PublishOptions,
): Promise<{ id: string; version: number }> {
  const path = `/v1/journeys/${encodeURIComponent(journey.id)}`;
  await call(options, "PUT", path, journey);
  const { version } = (await call(options, "POST", `${path}/publish`, {
    note: options.note,
    origin: options.origin,
  })) as { version: number };
  return { id: journey.id, version };
}
