export { type DescribeOptions, type Description, describeTarget } from "./describe-target.ts";
export { type Finding, findTarget, type Refs, threshold } from "./find-target.ts";
export { looksGenerated } from "./looks-generated.ts";
export { matchTarget } from "./match-target.ts";
export { nameOf } from "./name.ts";
export { roleOf } from "./role.ts";
