/** Builders, a clock and fakes for tests of host apps and plugins. Needs no browser and no test runner. */
export { aJourney, aScene, aStep } from "../builders.ts";
export { createSimulatedClock, type SimulatedClock } from "../clock.ts";
export { createFakeWaymark, type FakeWaymark } from "./fake-waymark.ts";
export { createMemoryStorage } from "./memory-storage.ts";
