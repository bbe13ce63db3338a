import { type RecordMemo, recordMemo, viewJourney } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import { cardDue } from "../overlay/card-due.tsx";
import type { Dated } from "../runtime/dated.ts";

/** Draws records, of those that have changed, and dates. */
export function createDated(): Dated {
  const memos = new WeakMap<Journey, RecordMemo>();
  /** One record that changes draws one. */
  const view: Dated["view"] = (journey, progress, scene, options, now) => {
    const memo = memos.get(journey) ?? recordMemo();
    memos.set(journey, memo);
    return viewJourney(journey, progress, scene, options, now, memo);
  };
  return { view, filling: { slot: "card-due", view: cardDue } };
}
