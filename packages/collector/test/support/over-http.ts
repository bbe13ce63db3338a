import { onTestFinished } from "vitest";
import { serve } from "../../src/index.ts";
import type { Bench } from "./bench.ts";

export interface Asked {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever was answered
  json: any;
}

export type Ask = (
  method: string,
  path: string,
  init?: {
    key?: string;
    body?: unknown;
    form?: Record<string, string>;
    /** A body that is bytes. */
    bytes?: Uint8Array<ArrayBuffer>;
    headers?: Record<string, string>;
  },
) => Promise<Asked>;

/** Talks to a bench's collector through a real socket. */
export async function overHttp(bench: Bench): Promise<Ask> {
  const served = await serve(bench.collector, { port: 0 });
  onTestFinished(() => served.close());
  return async (method, path, { key, body, form, bytes, headers = {} } = {}) => {
    const response = await fetch(`${served.url}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
      ...(bytes === undefined ? {} : { body: bytes }),
    });
    const text = await response.text();
    const json =
      text !== "" && /\/(problem\+)?json\b/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : null;
    return { status: response.status, headers: response.headers, text, json };
  };
}

/** Opens a member's link and gives the session's cookie. */
export async function openLink(ask: Ask, link: string): Promise<string> {
  const token = new URL(link, "http://collector").searchParams.get("token") ?? "";
  const opened = await ask("POST", "/signin", { form: { token } });
  return (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
