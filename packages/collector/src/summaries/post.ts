import { type RequestOptions, request } from "node:http";
import { request as secureRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { addressesOf } from "./public-address.ts";

/** How long a receiver may take. Milliseconds. */
const longestMs = 10_000;

/**
 * Posts JSON to the address it has checked, and to no other: redirects are not followed, the answer's body is not read.
 *
 * @returns the status.
 */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { allowPrivate, signal }: { allowPrivate: boolean; signal: AbortSignal },
): Promise<number> {
  const { protocol, hostname } = new URL(url);
  const addresses = await addressesOf(hostname, allowPrivate);
  const pinned: LookupFunction = (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, addresses);
    else if (first === undefined) done(new Error("no address"), "", 0);
    else done(null, first.address, first.family);
  };
  const options: RequestOptions = {
    method: "POST",
    lookup: pinned,
    agent: false,
    signal: AbortSignal.any([signal, AbortSignal.timeout(longestMs)]),
    headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body) },
  };
  return new Promise((resolve, reject) => {
    const sent = (protocol === "https:" ? secureRequest : request)(url, options, (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
