import type { Stop } from "../ports/platform.ts";
import type { Guest } from "../runtime/guest.ts";
import type { Recorder } from "../telemetry/record.ts";

/** The second chunk: everything a person can see, and what touches the host's document. */
export interface OverlayChunk {
  startOverlay(guest: Guest): Stop;
  /** Takes along at sign-in what was done under no name, once. */
  handOver(from: Guest, to: Guest): void;
  /** Forgets a person on this device, in every tab. */
  erase(guest: Guest): Promise<void>;
  explainJourney(guest: Guest, journey: string): unknown;
}

/** The third chunk: sends events and exchanges progress. */
export interface DeliveryChunk {
  startDelivery(guest: Guest, recorder: Recorder): Stop;
}

/** How the rooms beyond the boot chunk are fetched, each once and only when needed. */
export interface Chunks {
  overlay(): Promise<OverlayChunk>;
  delivery(): Promise<DeliveryChunk>;
}
