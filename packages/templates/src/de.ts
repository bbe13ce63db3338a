import sales from "../texts/de/sales.json" with { type: "json" };
import support from "../texts/de/support.json" with { type: "json" };
import type { TemplateTexts } from "./with-texts.ts";

/** All templates in German, for `withTexts`. */
export const texts: TemplateTexts = { ...sales, ...support };
