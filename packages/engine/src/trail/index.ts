export { contours, type Hill } from "./contours.ts";
export { type Label, type LabelOptions, lineHeight } from "./labels.ts";
export { layTrail, type Trail, type TrailOptions } from "./lay-trail.ts";
export type { Point } from "./path.ts";
