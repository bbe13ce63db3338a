import "@flows/js-components/index.css";

export { init } from "@flows/js";
export { setupJsComponents } from "@flows/js-components";
export * as components from "@flows/js-components/components";
export * as surveyComponents from "@flows/js-components/survey-components";
export * as tourComponents from "@flows/js-components/tour-components";
