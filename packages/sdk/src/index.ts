import { createWaymarkWith, type Waymark } from "./boot/create-waymark.ts";
import type { WaymarkOptions } from "./runtime/options.ts";

export type { DueView, JourneyView, RecordView, StationState, StationView, Subject } from "@waymark/engine";
export type { Journey, Progress } from "@waymark/schema";
export type { Waymark } from "./boot/create-waymark.ts";
export type { Happening } from "./runtime/guest.ts";
export type { Consent, DeclaredSubject, User, WaymarkOptions } from "./runtime/options.ts";
export type { Surface } from "./runtime/runtime.ts";

/**
 * Makes the guest. Nothing happens before `start()`; bad options give an inert guest whose `problem` says why.
 *
 * @example
 * ```ts
 * const waymark = createWaymark({ key: "pk_...", collector: "https://waymark.example.com", user: { id: "u-17", roles: ["sales-rep"] } });
 * const stop = waymark.start();
 * waymark.track("deal.created", { dealId: "17" });
 * ```
 */
export function createWaymark(options: WaymarkOptions): Waymark {
  return createWaymarkWith({ visit: () => import("./boot/visit-chunk.ts") }, options);
}
