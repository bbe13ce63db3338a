import type {
  BriefFigures,
  FieldFigures,
  FigureReport,
  PromptFigures,
  StayingFigures,
  TargetReport,
  TrustFigures,
  UptakeFigures,
  UseFigures,
  ValueFigures,
  WaitFigures,
} from "@waymark/schema";

/** What each page is read from. */
export interface FigureReports {
  briefs: FigureReport<BriefFigures>;
  fields: FigureReport<{ fields: FieldFigures[] }>;
  handoffs: FigureReport<WaitFigures>;
  prompts: FigureReport<{ prompts: PromptFigures[]; use: UseFigures }>;
  staying: FigureReport<StayingFigures>;
  trust: FigureReport<TrustFigures>;
  uptake: FigureReport<UptakeFigures>;
  value: FigureReport<ValueFigures>;
}

/** Pages of frozen figures; lost targets are live. */
export type FrozenPage = keyof FigureReports;
export type FigurePageName = FrozenPage | "targets";

export type { TargetReport };

/** A place with what was found of it. */
export type FoundRow<Page extends FrozenPage> = FigureReports[Page]["rows"][number];

/** A place and something of it that is there. */
export type Shown<Row extends { found: unknown }> = Row & { found: NonNullable<Row["found"]> };

export const isShown = <Row extends { found: unknown }>(row: Row): row is Shown<Row> => row.found !== null;

/** What names a row, whatever its version: it is laid beside the same place of another block. */
export const placeOf = ({ journey, role }: FoundRow<FrozenPage>): string =>
  JSON.stringify([journey?.id ?? null, role.id]);

/** The same with its version. */
export const keyOf = (row: FoundRow<FrozenPage>): string => `${placeOf(row)} ${row.version ?? ""}`;

/** The row of another block that is about the same place, its version first. */
export function beside<Row extends FoundRow<FrozenPage>>(rows: readonly Row[], row: Row): Row | undefined {
  return rows.find((each) => keyOf(each) === keyOf(row)) ?? rows.find((each) => placeOf(each) === placeOf(row));
}

/** How a step is called, or its id where it is gone. */
export const stepTitle = ({ steps }: FoundRow<FrozenPage>, id: string): string =>
  steps.find((step) => step.id === id)?.title ?? id;
