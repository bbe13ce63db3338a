import type { Platform } from "../ports/platform.ts";
import type { Consent, WaymarkOptions } from "../runtime/options.ts";
import type { Visit } from "./visit.ts";

/** The second chunk: loads where a journey is for this person, and brings along whatever else is needed. */
export interface VisitChunk {
  openVisit(platform: Platform, options: WaymarkOptions, consent: Consent): Visit;
}

/** How the room beyond the boot chunk is fetched, once and only when needed. */
export interface Chunks {
  visit(): Promise<VisitChunk>;
}
