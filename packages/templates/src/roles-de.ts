import roles from "../texts/de/roles.json" with { type: "json" };
import type { TemplateTexts } from "./with-texts.ts";

/** The templates for kinds of work in German, for `withTexts`. */
export const texts: TemplateTexts = roles;
