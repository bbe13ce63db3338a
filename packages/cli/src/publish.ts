import type { Journey } from "@waymark/schema";

/** Where to publish, and as whom. */
export interface PublishOptions {
  /** The collector's address. */
  collector: string;
  /** An author key (`ak_...`) or the owner's. */
  key: string;
  note?: string | undefined;
}

async function call(options: PublishOptions, method: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${options.collector}${path}`, {
    method,
    headers: { authorization: `Bearer ${options.key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { detail?: string; problems?: { message: string }[] };
  if (response.ok) return answer;
  const sentences = answer.problems?.map(({ message }) => message) ?? [];
  throw new Error([answer.detail ?? `The collector answered ${response.status}.`, ...sentences].join("\n"));
}

/** Puts a journey's draft and publishes it. The same content twice is the same version. */
export async function publishJourney(
  journey: Journey,
  options: PublishOptions,
): Promise<{ id: string; version: number }> {
  const path = `/v1/journeys/${encodeURIComponent(journey.id)}`;
  await call(options, "PUT", path, journey);
  const { version } = (await call(options, "POST", `${path}/publish`, { note: options.note })) as { version: number };
  return { id: journey.id, version };
}
