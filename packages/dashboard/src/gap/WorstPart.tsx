import type { SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import type { Client } from "../api/client.ts";
import { useWidth } from "../parts/use-width.ts";
import { hrefOf } from "../shell/route.ts";
import { findingOf } from "./finding.ts";
import { LanesPlot, Legend } from "./LanesPlot.tsx";
import { groupsOf } from "./model.ts";
import { Barrier, ForecastText } from "./Outlook.tsx";
import { useGap } from "./use-gap.ts";
import { Verdict } from "./Verdict.tsx";
import { gapWords as words } from "./words.ts";
import { worstLines } from "./worst.ts";

interface WorstPartProps {
  client: Client;
  session: SessionInfo;
}

type Worst = ReturnType<typeof worstLines>[number];

/** What stands in the way first, and where it leads: as far as they can be said. */
function Why({ row }: { row: Worst["row"] }): VNode {
  const { barrier, forecast } = words.columns;
  return (
    <dl class="worst-why small">
      {row.barrier === null ? null : (
        <div>
          <dt>{barrier}</dt>
          <dd>
            <Barrier row={row} />
          </dd>
        </div>
      )}
      {row.forecast === null ? null : (
        <div>
          <dt>{forecast}</dt>
          <dd>
            <ForecastText row={row} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** One of them: its four numbers on one scale, and the verdict. The name leads to the step on its page. */
function WorstRow({ it }: { it: Worst }): VNode {
  const [lane, width] = useWidth();
  const { group, line, row } = it;
  return (
    <li class="worst-row">
      <div>
        <a href={hrefOf({ page: "gap", open: line.key })}>{line.step.title}</a>
        <span class="small block">
          {group.journey.title}, {group.role.title}
        </span>
      </div>
      <div class="gap-lanes" ref={lane}>
        {width === 0 ? null : <LanesPlot row={row} width={width} />}
      </div>
      <Verdict row={row} />
      <Why row={row} />
    </li>
  );
}

/**
 * The widest gaps, below the picture of Home. Who has not said yet what they believe is asked to: no step is named to them,
 * because which ones are far behind is what the estimate is about. Where nothing is planned there is nothing to show.
 */
export function WorstPart({ client, session }: WorstPartProps): VNode | null {
  const { read, problem, load } = useGap(client);
  if (problem !== null)
    return (
      <section class="worst">
        <h2>{words.worst.title(0)}</h2>
        <p class="note" role="alert">
          {problem.detail}{" "}
          <button type="button" class="btn quiet" onClick={() => void load()}>
            {words.worst.again}
          </button>
        </p>
      </section>
    );
  if (read === null) return null;
  const groups = groupsOf(session, read);
  const lines = worstLines(groups, read.report.worst);
  const asked = groups.filter((group) => group.asked.length > 0).length;
  if (lines.length === 0 && asked === 0) return null;
  return (
    <section class="worst">
      <div class="worst-head">
        <h2>{words.worst.title(lines.length)}</h2>
        <a href={hrefOf({ page: "gap", open: null })}>{words.worst.all}</a>
      </div>
      {asked === groups.length ? null : <p class="worst-says">{findingOf(groups)}.</p>}
      {asked > 0 ? <p class="note">{words.worst.asked(asked)}</p> : null}
      {lines.length === 0 ? null : (
        <>
          <p class="note">{words.worst.sentence}</p>
          <ol>
            {lines.map((it) => (
              <WorstRow key={it.line.key} it={it} />
            ))}
          </ol>
          <Legend />
        </>
      )}
    </section>
  );
}
