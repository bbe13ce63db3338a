import type { Scalar } from "@waymark/schema";
import type { HostEvent } from "./deed.ts";

type Track = (name: string, props?: Record<string, unknown>) => void;

/** What stands at `window.waymark`: the guest, or the list of calls that waits for it. */
interface Slot {
  waymark?: { track?: Track; push?: unknown } | undefined;
}

const isScalar = (value: unknown): value is Scalar =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

/**
 * Hears what the host tells the guest while somebody records. The guest hears it as before. Returns what ends it.
 */
export function hearHost(heard: (event: HostEvent) => void): () => void {
  const guest = (window as unknown as Slot).waymark;
  const { track } = guest ?? {};
  if (!guest || typeof track !== "function") return () => undefined;
  const hearing: Track = (name, props) => {
    const own = Object.entries(props ?? {}).filter((entry): entry is [string, Scalar] => isScalar(entry[1]));
    if (typeof name === "string") heard({ name, props: Object.fromEntries(own) });
    track.call(guest, name, props);
  };
  guest.track = hearing;
  return () => {
    if (guest.track === hearing) guest.track = track;
  };
}
