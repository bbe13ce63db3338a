import { createWaymarkWith, type Waymark } from "./boot/create-waymark.ts";
import { startOncePerPage } from "./boot/once-per-page.ts";
import type { WaymarkOptions } from "./runtime/options.ts";

export type { DueView, JourneyView, RecordView, StationState, StationView, Subject } from "@waymark/engine";
export type { Journey, Progress } from "@waymark/schema";
export type { Waymark } from "./boot/create-waymark.ts";
export type { Happening } from "./runtime/guest.ts";
export type { Consent, DeclaredSubject, LibraryRequest, NewsItem, User, WaymarkOptions } from "./runtime/options.ts";
export type { RoomName, Surface } from "./runtime/surface.ts";

/**
 * Makes the guest. Nothing happens before `start()`; bad options give an inert guest whose `problem` says why. So does a
 * page that has a guest already, by the script tag or from another bundle (`second_copy`: what this one is told goes to
 * that one), and a page with `<html data-waymark="off">` (`off`).
 *
 * @example
 * ```ts
 * const waymark = createWaymark({ key: "pk_...", collector: "https://waymark.example.com", user: { id: "u-17", roles: ["sales-rep"] } });
 * const stop = waymark.start();
 * waymark.track("deal.created", { dealId: "17" });
 * ```
 */
export function createWaymark(options: WaymarkOptions): Waymark {
  return startOncePerPage(createWaymarkWith({ visit: () => import("./boot/visit-chunk.ts") }, options));
}
