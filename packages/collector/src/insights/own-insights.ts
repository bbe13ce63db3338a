import { CollectorError } from "../errors.ts";
import type { Reader } from "../http/access.ts";
import { reportFor } from "../plan/report-for.ts";
import type { World } from "../world.ts";
import { type FigurePageName, figurePages } from "./figure-pages.ts";
import { figureReport } from "./figure-report.ts";
import type { FrozenView } from "./read-pictures.ts";
import { readSummary } from "./summary.ts";

/** Reads one of them for somebody. What it throws is an unexpected failure, and is logged as such. */
export async function readOwn(world: World, name: string, view: FrozenView, who: Reader): Promise<object> {
  const insight = Object.hasOwn(world.insights, name) ? world.insights[name] : undefined;
  if (insight === undefined) throw new CollectorError("not_found", { path: `/v1/insights/own/${name}` });
  const report = await insight({
    summary: () => readSummary(world, view),
    gap: () => reportFor(world, who),
    figures: async (page) => {
      if (!Object.hasOwn(figurePages, page)) throw new CollectorError("not_found", { path: `/v1/insights/${page}` });
      return figureReport<unknown>(world, view, figurePages[page as FigurePageName]);
    },
  });
  return { name, report: report ?? null };
}
