import type { GapRow, SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import type { Client } from "../api/client.ts";
import { LanesPlot, Legend } from "./LanesPlot.tsx";
import { type GapGroup, type GapLine, groupsOf, widestFirst } from "./model.ts";
import { Barrier, ForecastText } from "./Outlook.tsx";
import { Stamp } from "./Stamp.tsx";
import { useGap } from "./use-gap.ts";
import { Verdict } from "./Verdict.tsx";
import { gapWords as words } from "./words.ts";

interface PaperPartProps {
  client: Client;
  session: SessionInfo;
  journey: string;
  role: string;
}

/** On a sheet of 182 mm, beside its words. Pixels. */
const lanePx = 170;

/** As many as the sheet has room for. */
const mostRows = 3;

/** Steps of which something is expected and something known, the widest gap first. */
function rowsOf(group: GapGroup): { line: GapLine; row: GapRow }[] {
  return widestFirst([group])
    .flatMap(({ line }) => (line.row === null ? [] : [{ line, row: line.row }]))
    .filter(({ row }) => row.expected !== null && row.interval !== null)
    .sort((one, other) => Number(other.row.verdict === "behind") - Number(one.row.verdict === "behind"))
    .slice(0, mostRows);
}

/**
 * The plan against what is so, on the sheet for a meeting: the same rows as on the page Gap, and what was decided last. Who
 * has not said what they believe has none: the sheet stands without it.
 */
export function PaperPart({ client, session, journey, role }: PaperPartProps): VNode | null {
  const { read } = useGap(client);
  const group =
    read === null
      ? undefined
      : groupsOf(session, read).find((each) => each.journey.id === journey && each.role.id === role);
  if (read === null || group === undefined || group.asked.length > 0) return null;
  const rows = rowsOf(group);
  const decided = read.decisions.find((each) => each.journey === journey && (each.role ?? role) === role);
  if (rows.length === 0 && decided === undefined) return null;
  return (
    <section class="paper-gap">
      <h2>{words.paper}</h2>
      {rows.map(({ line, row }) => (
        <div key={line.key} class="paper-row">
          <span class="strong">{line.step.title}</span>
          <LanesPlot row={row} width={lanePx} />
          <Verdict row={row} brief />
          <div>
            {row.barrier === null ? null : <Barrier row={row} />}
            <ForecastText row={row} />
          </div>
        </div>
      ))}
      {rows.length === 0 ? null : <Legend />}
      {decided === undefined ? null : (
        <ol class="stamps">
          <Stamp decision={decided} timeZone={session.project.timeZone} />
        </ol>
      )}
    </section>
  );
}
