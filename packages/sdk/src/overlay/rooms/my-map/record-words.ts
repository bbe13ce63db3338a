import type { RecordView } from "@waymark/engine";
import type { Runtime } from "../../../runtime/runtime.ts";
import { dueWords } from "../../due-words.ts";

/** When a record asks for something, in a few words; what has no date asks for one. */
export function whenWords({ due }: RecordView, { say, $look }: Runtime, now: number): string {
  return due === null ? say("my-map.plan") : dueWords(due, say, $look.get().locale, now);
}

/** The line below a record's name: its step, when, and whether it has been there for long. */
export function recordLine(record: RecordView, runtime: Runtime, now: number): string {
  const age = record.age?.age === "stale" ? [runtime.say("my-map.stale")] : [];
  return [record.here ?? "", whenWords(record, runtime, now), ...age].join(" · ");
}
