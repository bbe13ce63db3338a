import sales from "../texts/ja/sales.json" with { type: "json" };
import support from "../texts/ja/support.json" with { type: "json" };
import type { TemplateTexts } from "./with-texts.ts";

/** All templates in Japanese, for `withTexts`. */
export const texts: TemplateTexts = { ...sales, ...support };
