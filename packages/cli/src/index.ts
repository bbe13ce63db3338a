export { findAssets } from "./assets.ts";
export { type JourneyFile, readJourneyFiles, renderFile } from "./journey-files.ts";
export {
  type CommandCall,
  type CommandOption,
  defineWaymarkCommand,
  type WaymarkCommand,
} from "./own-commands.ts";
export { type PublishOptions, publishJourney } from "./publish.ts";
export {
  firstMonday,
  plannedOfTeam,
  type Simulated,
  type SimulateOptions,
  simulateTeam,
  truthOfTeam,
} from "./simulate/simulate-team.ts";
export { type Planned, type PlanOptions, statePlan } from "./simulate/state-plan.ts";
