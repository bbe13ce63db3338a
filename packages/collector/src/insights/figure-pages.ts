import type {
  BriefFigures,
  FieldFigures,
  PromptFigures,
  StayingFigures,
  TrustFigures,
  UptakeFigures,
  UseFigures,
  ValueFigures,
  WaitFigures,
} from "@waymark/schema";
import type { FigurePage } from "./figure-report.ts";

const briefs: FigurePage<BriefFigures> = {
  of: "version",
  lasting: true,
  found: ({ brief }) => brief,
  since: ({ briefSince }) => briefSince,
};
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

// What an older collector froze knows nothing of these.
const staying: FigurePage<StayingFigures> = { of: "journey", found: ({ staying }) => staying?.figures ?? null };
const uptake: FigurePage<UptakeFigures> = { of: "journey", found: ({ uptake }) => uptake ?? null };
const trust: FigurePage<TrustFigures> = {
  of: "group",
  lasting: true,
  found: ({ trust }) => trust ?? null,
  since: ({ trustSince }) => trustSince,
};

/** The pages of figures, by the last part of their address. */
export const figurePages: Readonly<{
  briefs: FigurePage<BriefFigures>;
  fields: FigurePage<{ fields: FieldFigures[] }>;
  handoffs: FigurePage<WaitFigures>;
  prompts: FigurePage<{ prompts: PromptFigures[]; use: UseFigures }>;
  staying: FigurePage<StayingFigures>;
  trust: FigurePage<TrustFigures>;
  uptake: FigurePage<UptakeFigures>;
  value: FigurePage<ValueFigures>;
}> = { briefs, fields, handoffs, prompts, staying, trust, uptake, value };

export type FigurePageName = keyof typeof figurePages;
