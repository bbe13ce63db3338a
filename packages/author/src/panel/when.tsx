import type { VNode } from "preact";

/** A moment of today: its hour and minute, as people write them. */
export function When({ at, language }: { at: number; language: string }): VNode {
  const moment = new Date(at);
  const text = moment.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  return <time dateTime={moment.toISOString()}>{text}</time>;
}
