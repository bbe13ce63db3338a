/** What is fetched as one to find targets by all their ways, and to wait for them. */
export { createDomWatch } from "./await-target.ts";
export { findTarget } from "./find-target.ts";
