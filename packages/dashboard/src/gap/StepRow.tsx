import type { Decision, GapRow } from "@waymark/schema";
import type { VNode } from "preact";
import type { Client } from "../api/client.ts";
import { useWidth } from "../parts/use-width.ts";
import { LanesPlot } from "./LanesPlot.tsx";
import type { GapGroup, GapLine } from "./model.ts";
import { Barrier, ForecastText } from "./Outlook.tsx";
import { StepPanel } from "./StepPanel.tsx";
import { Verdict } from "./Verdict.tsx";
import { gapWords as words } from "./words.ts";

export interface StepRowProps {
  client: Client;
  group: GapGroup;
  line: GapLine;
  decisions: readonly Decision[];
  open: boolean;
  /** Where steps of several journeys stand below each other, each says whose it is. */
  titled: boolean;
  name: string | null;
  timeZone: string;
  onToggle(): void;
  onChanged(): void;
}

/** A row of which nothing is known is drawn from what is expected alone. */
function drawnOf({ row, step, expectations }: GapLine, group: GapGroup): GapRow {
  if (row !== null) return row;
  const [goal] = expectations;
  return {
    ...{ journey: group.journey.id, version: group.journey.version, role: group.role.id, step: step.id },
    ...{ expected: goal?.share ?? null, believed: null, reported: null, measured: null, interval: null, n: null },
    ...{ verdict: null, barrier: null, forecast: null },
    reasons: goal === undefined ? [] : [{ of: "expected", why: "not_due" }],
  };
}

/** One step: its four numbers on one scale, the verdict, the first barrier and the forecast; opened, what can change. */
export function StepRow(props: StepRowProps): VNode {
  const { group, line, open, titled, onToggle } = props;
  const [lane, width] = useWidth();
  const panel = `panel-${line.key}`;
  // Below a group's own heading, or right below the page's.
  const Name = titled ? "h2" : "h3";
  return (
    <li class={open ? "gap-row opened" : "gap-row"}>
      <Name class="gap-step">
        <span class="small">{line.number}</span>
        <span>
          {line.step.title}
          {titled ? (
            <span class="small block">
              {group.journey.title}, {group.role.title}
            </span>
          ) : null}
        </span>
      </Name>
      <div class="gap-lanes" ref={lane}>
        {width === 0 ? null : <LanesPlot row={drawnOf(line, group)} width={width} />}
      </div>
      <Verdict row={line.row} />
      <div class="gap-barrier" data-head={words.columns.barrier}>
        <Barrier row={line.row} />
      </div>
      <div class="gap-forecast" data-head={words.columns.forecast}>
        <ForecastText row={line.row} />
      </div>
      <button
        type="button"
        class="btn"
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        aria-label={words.open(line.step.title)}
        onClick={onToggle}
      >
        {words.plan}
      </button>
      {open ? (
        <div class="gap-open" id={panel}>
          <StepPanel
            client={props.client}
            group={group}
            line={line}
            decisions={props.decisions}
            name={props.name}
            timeZone={props.timeZone}
            onChanged={props.onChanged}
          />
        </div>
      ) : null}
    </li>
  );
}
