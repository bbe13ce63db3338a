/** What others add to Waymark: types of each extension point, and how plugins come together (`docs/extend`). */
export type { Stop } from "../ports/platform.ts";
export type { Happening } from "../runtime/guest.ts";
export {
  type OpenTelemetryLike,
  type PostHogLike,
  type SegmentLike,
  toOpenTelemetry,
  toPostHog,
  toSegment,
} from "./destinations.ts";
export { definePlugin, type Plugin, type PluginProblem, withPlugins } from "./plugin.ts";
export type {
  Action,
  CustomCondition,
  CustomSurface,
  Deed,
  Destination,
  Headless,
  HeadlessView,
  Mark,
  Storage,
  SurfaceHost,
  TargetStrategy,
} from "./points.ts";
