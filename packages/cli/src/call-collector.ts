/** What a collector answered, read as JSON. */
export interface Answer<T> {
  ok: boolean;
  status: number;
  body: T;
}

/** Asks a collector with a key. Fails with a sentence where nobody answers there, or somebody who is no collector. */
export async function callCollector<T>(
  { collector, key }: { collector: string; key: string },
  method: string,
  path: string,
  content: unknown,
): Promise<Answer<T>> {
  const response = await fetch(`${collector}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  }).catch((error: Error) => {
    const { code } = (error.cause ?? {}) as { code?: string };
    throw new Error(`${collector} does not answer (${code ?? error.message}): is the collector running there?`);
  });
  const { ok, status } = response;
  const body = (await response.json().catch(() => {
    throw new Error(`${collector} answered ${status}, and not as a collector does: check the address.`);
  })) as T;
  return { ok, status, body };
}
