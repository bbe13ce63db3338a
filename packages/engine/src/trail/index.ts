export { contours, type Hill } from "./contours.ts";
export { type Label, type LabelOptions, lineHeight } from "./labels.ts";
export { layTrail, type Trail, type TrailOptions } from "./lay-trail.ts";
export {
  type Crowd,
  type Dot,
  type LaneName,
  lanes,
  layMyMap,
  type MyMap,
  type MyMapOptions,
  type Rest,
} from "./my-map.ts";
export type { Point } from "./path.ts";
