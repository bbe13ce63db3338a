/**
 * What every event store promises: `eventStoreContract(name, open, runs)`. It compares streams of events, shuffled, split and
 * repeated, with a store in memory. `runs`: how many streams, 40 by default.
 */
export { eventStoreContract } from "../../../collector/test/event-store-contract.ts";
