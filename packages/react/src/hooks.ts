import type { Happening, JourneyView, Progress, Surface, Waymark } from "@waymark/sdk";
import { useCallback, useContext, useEffect, useRef, useSyncExternalStore } from "react";
import { WaymarkContext } from "./provider.ts";

/** As much of a store as React needs. */
interface Store<T> {
  get(): T;
  listen(call: () => void): () => void;
}

const nothing = (): (() => void) => () => undefined;
const noJourneys: readonly JourneyView[] = [];
const noProgress: Progress = { format: "waymark.progress/1", journeys: {} };
const closed: Surface = { name: "closed" };

function useStore<T>(store: Store<T> | undefined, empty: T): T {
  const subscribe = useCallback((call: () => void) => store?.listen(call) ?? nothing(), [store]);
  const get = (): T => store?.get() ?? empty;
  // What a server drew stands until the page's own guest is there: nothing differs while React takes over.
  return useSyncExternalStore(subscribe, get, () => empty);
}

/** The guest, or `null` on a server and before it has started. */
export function useWaymark(): Waymark | null {
  return useContext(WaymarkContext);
}

/** The journeys that are for this person here and now, the one to show first first. */
export function useJourneys(): readonly JourneyView[] {
  return useStore(useWaymark()?.$journeys, noJourneys);
}

/** What this person has done. */
export function useProgress(): Progress {
  return useStore(useWaymark()?.$progress, noProgress);
}

/** What is open of Waymark. */
export function useSurface(): Surface {
  return useStore(useWaymark()?.$surface, closed);
}

/** `track`, the same function in each render; before the guest has started it does nothing. */
export function useTrack(): Waymark["track"] {
  const waymark = useWaymark();
  return useCallback((name, props) => waymark?.track(name, props), [waymark]);
}

/** Hears one type of happening, or all with `*`, while the component is there. The newest listener is called. */
export function useHappening(type: string, listener: (happening: Happening) => void): void {
  const waymark = useWaymark();
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => waymark?.on(type, (happening) => newest.current(happening)), [waymark, type]);
}
