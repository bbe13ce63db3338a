import sales from "../texts/fr/sales.json" with { type: "json" };
import support from "../texts/fr/support.json" with { type: "json" };
import type { TemplateTexts } from "./with-texts.ts";

/** All templates in French, for `withTexts`. */
export const texts: TemplateTexts = { ...sales, ...support };
