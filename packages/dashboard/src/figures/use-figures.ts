import { useCallback, useEffect, useState } from "preact/hooks";
import type { Answer, Client } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";
import type { Filters } from "../shell/filters.ts";
import { words } from "../words.ts";
import type { FigurePageName, FigureReports, FrozenPage, TargetReport } from "./model.ts";
import { speakFigures } from "./words.ts";

/** What a page of figures has read: a frozen report, with one of another block beside it, or the live one of targets. */
export type FigureRead =
  | {
      [Page in FrozenPage]: { page: Page; report: FigureReports[Page]; before: FigureReports[Page] | null };
    }[FrozenPage]
  | { page: "targets"; report: TargetReport };

interface Reading {
  read: FigureRead | null;
  problem: Problem | null;
  load(): void;
}

/** A block that is not there is the latest. */
async function ofBlock(client: Client, page: FrozenPage, until: string | undefined): Promise<Answer<unknown>> {
  const asked = await client.figures(page, until);
  return !asked.ok && asked.problem.status === 400 && until !== undefined ? client.figures(page) : asked;
}

async function readPage(
  client: Client,
  page: FigurePageName,
  { block, with: other }: Filters,
): Promise<Answer<FigureRead>> {
  if (page === "targets") {
    const report = await client.targets();
    return report.ok ? { ok: true, value: { page, report: report.value } } : report;
  }
  const [report, before] = await Promise.all([
    ofBlock(client, page, block),
    other === undefined ? null : client.figures(page, other),
  ]);
  if (!report.ok) return report;
  // What cannot be laid beside it is left out: the page stands without it.
  const beside = before?.ok ? before.value : null;
  return { ok: true, value: { page, report: report.value, before: beside } as FigureRead };
}

/** Reads a page and its words; while another block is read the page stays as it is. */
export function useFigures(client: Client, page: FigurePageName, filters: Filters): Reading {
  const [read, setRead] = useState<FigureRead | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  const { block, with: other } = filters;
  useEffect(() => {
    let left = false;
    setProblem(null);
    const asked = readPage(client, page, {
      ...(block === undefined ? {} : { block }),
      ...(other === undefined ? {} : { with: other }),
    });
    void Promise.all([asked, speakFigures(words.locale)]).then(([answer]) => {
      if (left) return;
      if (answer.ok) setRead(answer.value);
      else setProblem(answer.problem);
    });
    return () => {
      left = true;
    };
  }, [client, page, block, other, round]);
  return { read: read?.page === page ? read : null, problem, load: useCallback(() => setRound((n) => n + 1), []) };
}
