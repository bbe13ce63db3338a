/** What every extension promises, as suites to run over one's own: `docs/extend`. They need vitest. */
export { type ActionWorld, actionContract } from "./action.ts";
export { type CommandLike, type CommandWorld, commandContract } from "./command.ts";
export { type ConditionWorld, conditionContract } from "./condition.ts";
export { type DestinationWorld, destinationContract } from "./destination.ts";
export { insightContract } from "./insight.ts";
export { markContract } from "./mark.ts";
export { storageContract } from "./storage.ts";
export { type StrategyWorld, strategyContract } from "./strategy.ts";
export { aSurfaceHost, surfaceContract } from "./surface.ts";
