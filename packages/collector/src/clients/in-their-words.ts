import type { Rejection } from "../ingest/judge-events.ts";

/** Where what we call by our names stands in what a client sent. */
const placesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  segment: { "$.type": "$.event", "$.ts": "$.timestamp", "$.sourceId": "$.messageId" },
  otlp: { "$.type": "$.eventName", "$.ts": "$.timeUnixNano" },
};

const namesHint =
  "write a name like Deal Created or deal.created, of letters a to z, digits, dots, hyphens and underscores";

/** A refusal as who sent it can act on it: with the place in their own message. */
export function inTheirWords(client: string, rejection: Rejection): Rejection {
  const path = placesOf[client]?.[rejection.path];
  if (path === undefined) return rejection;
  const { code, message } = rejection;
  const said = message.startsWith(rejection.path) ? path + message.slice(rejection.path.length) : message;
  return {
    ...rejection,
    path,
    message: code === "event_type" ? `${path} is no name of an event: ${namesHint}.` : said,
  };
}
