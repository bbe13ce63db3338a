export { useHappening, useJourneys, useProgress, useSurface, useTrack, useWaymark } from "./hooks.ts";
export { WaymarkProvider, type WaymarkProviderProps } from "./provider.ts";
