import roles from "../texts/fr/roles.json" with { type: "json" };
import type { TemplateTexts } from "./with-texts.ts";

/** The templates for kinds of work in French, for `withTexts`. */
export const texts: TemplateTexts = roles;
