import type { Journey } from "@waymark/schema";
import { sales } from "./sales.ts";
import { support } from "./support.ts";

export { sales } from "./sales.ts";
export { support } from "./support.ts";
export { type TemplateTexts, withTexts } from "./with-texts.ts";

/**
 * All templates: small journeys of the library, with English texts, host events under common names and targets by role
 * and name. Take those you need and put in where your own app does it. Other languages: `withTexts`.
 *
 * @example
 * ```ts
 * const mine = templates.filter(({ id }) => id === "merge-two-tickets").map((each) => ({ ...each, pages: ["/tickets/*"] }));
 * ```
 */
export const templates: readonly Journey[] = [...sales, ...support];
