import sales from "../texts/ar/sales.json" with { type: "json" };
import support from "../texts/ar/support.json" with { type: "json" };
import type { TemplateTexts } from "./with-texts.ts";

/** All templates in Arabic, for `withTexts`. */
export const texts: TemplateTexts = { ...sales, ...support };
