export { anyProgress } from "./arbitrary.ts";
export { axeFaults } from "./axe.ts";
export { findBrowser, launchBrowser } from "./browser.ts";
export { aJourney, aScene, aStep } from "./builders.ts";
export { type BundledApp, bundledApp } from "./bundled-app.ts";
export { createSimulatedClock, type SimulatedClock } from "./clock.ts";
export { contrastFaults } from "./contrast-faults.ts";
export { settled, tell, walk } from "./in-page.ts";
export { layoutFaults } from "./layout-faults.ts";
export { byKeyboard, byMouse, byTouch, type Hand, inSight, placeInSight, ringed, tabTo } from "./newcomer.ts";
export { onDevice } from "./on-device.ts";
export { passes, rested, served } from "./rested.ts";
export { followRoutes, go, panelLine } from "./routes.ts";
export { countWork, type ScriptWork, workWhile } from "./script-work.ts";
export { type Host, serveExamples } from "./serve-examples.ts";
export {
  cardStands,
  closeGuide,
  guideStands,
  type Opened,
  type OpenOptions,
  pressLauncher,
  ringOff,
  type Scene,
  type Situation,
  showStep,
  situation,
  topmostAt,
} from "./situation.ts";
export { unasked } from "./unasked.ts";
