import { words } from "../words.ts";

/** Why a request brought nothing, as RFC 9457 says it. `status` is 0 where nothing answered. */
export interface Problem {
  status: number;
  title: string;
  detail: string;
  code: string;
}

export const unreachable = (): Problem => ({
  status: 0,
  title: words.failedTitle,
  detail: words.unreachable,
  code: "unreachable",
});

/** Reads a problem document; an answer that is none still gives a sentence. */
export function toProblem(status: number, body: unknown): Problem {
  const text = (key: string): string | null => {
    const value = typeof body === "object" && body !== null ? (body as Record<string, unknown>)[key] : null;
    return typeof value === "string" && value !== "" ? value : null;
  };
  return {
    status,
    title: text("title") ?? words.failedTitle,
    detail: text("detail") ?? words.unreadable,
    code: text("code") ?? "unreadable",
  };
}
