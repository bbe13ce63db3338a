import sales from "../texts/es/sales.json" with { type: "json" };
import support from "../texts/es/support.json" with { type: "json" };
import type { TemplateTexts } from "./with-texts.ts";

/** All templates in Spanish, for `withTexts`. */
export const texts: TemplateTexts = { ...sales, ...support };
