import type { Subject } from "@waymark/engine";
import type { Stop } from "../ports/platform.ts";
import type { Guest, Request } from "../runtime/guest.ts";

/** One person's time in the page, from the first journey that is for them to sign-out. */
export interface Visit {
  readonly guest: Guest;
  /** All journeys there are now, the first of an id counts; what cannot be read is passed over. */
  give(...lists: readonly unknown[]): void;
  declare(type: string, subjects: readonly Subject[]): void;
  track(name: string, props?: unknown): void;
  request(request: Request): void;
  /** Takes along at sign-in what was done under no name, once: the next person on this device begins anew. */
  inherit(from: Visit): void;
  /** What was tracked and not told yet. */
  untold(): readonly (readonly [name: string, props: unknown])[];
  /** Resolves when the stored progress has been read. */
  readonly kept: Promise<void>;
  explain(journey: string): Promise<unknown>;
  erase(): Promise<void>;
  stop: Stop;
}
