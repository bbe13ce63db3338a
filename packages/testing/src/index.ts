export { anyProgress } from "./arbitrary.ts";
export { findBrowser, launchBrowser } from "./browser.ts";
export { aJourney, aScene, aStep } from "./builders.ts";
export { createSimulatedClock, type SimulatedClock } from "./clock.ts";
