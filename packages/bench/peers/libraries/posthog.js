export { default as posthog } from "posthog-js";
