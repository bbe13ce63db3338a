import type { BriefFigures, FieldFigures, PromptFigures, UseFigures, ValueFigures, WaitFigures } from "@waymark/schema";
import type { FigurePage } from "./figure-report.ts";

const briefs: FigurePage<BriefFigures> = { of: "version", found: ({ brief }) => brief };
const fields: FigurePage<{ fields: FieldFigures[] }> = {
  of: "version",
  found: ({ fields }) => (fields.length === 0 ? null : { fields }),
};
const handoffs: FigurePage<WaitFigures> = { of: "version", found: ({ waits }) => waits };
const prompts: FigurePage<{ prompts: PromptFigures[]; use: UseFigures }> = {
  of: "group",
  found: ({ prompts, use }) => ({ prompts, use }),
};
const value: FigurePage<ValueFigures> = { of: "journey", found: ({ value }) => value.figures };

/** The pages of figures, by the last part of their address. */
export const figurePages: Readonly<{
  briefs: FigurePage<BriefFigures>;
  fields: FigurePage<{ fields: FieldFigures[] }>;
  handoffs: FigurePage<WaitFigures>;
  prompts: FigurePage<{ prompts: PromptFigures[]; use: UseFigures }>;
  value: FigurePage<ValueFigures>;
}> = { briefs, fields, handoffs, prompts, value };

export type FigurePageName = keyof typeof figurePages;
