import type { Decision } from "@waymark/schema";
import type { VNode } from "preact";
import type { Client } from "../api/client.ts";
import { DecideForm } from "./DecideForm.tsx";
import { ExpectForm } from "./ExpectForm.tsx";
import { FanPlot } from "./FanPlot.tsx";
import { fanOf } from "./fan.ts";
import type { GapGroup, GapLine } from "./model.ts";
import { Stamp } from "./Stamp.tsx";
import { gapWords as words } from "./words.ts";

export interface StepPanelProps {
  client: Client;
  group: GapGroup;
  line: GapLine;
  decisions: readonly Decision[];
  name: string | null;
  timeZone: string;
  onChanged(): void;
}

const hundred = (share: number | null): number | null => (share === null ? null : Math.round(share * 100));

/** What people think and what is so, in one sentence; nothing where there is only one of them. */
function Perception({ line }: { line: GapLine }): VNode | null {
  const { believed = null, reported = null, measured = null } = line.row ?? {};
  if ([believed, reported, measured].filter((each) => each !== null).length < 2) return null;
  const said = words.perception(hundred(believed), hundred(reported), hundred(measured));
  return (
    <p class="perception">
      <b>
        {said.charAt(0).toLocaleUpperCase()}
        {said.slice(1)}.
      </b>{" "}
      {words.noFault}
    </p>
  );
}

/** A step opened: what can change, what is expected, and what was decided before. */
export function StepPanel({ client, group, line, decisions, name, timeZone, onChanged }: StepPanelProps): VNode {
  const fan = fanOf(group, line);
  return (
    <section class="step-panel" aria-label={line.step.title}>
      <div class="panel-two">
        <div>
          <Perception line={line} />
          {fan === null ? null : <FanPlot fan={fan} />}
          <ExpectForm {...{ client, group, line, name, timeZone }} onStated={onChanged} />
        </div>
        <div>
          <DecideForm {...{ client, group, line, name }} onDecided={onChanged} />
          {decisions.length === 0 ? null : (
            <>
              <h3 class="decided">{words.decided.title}</h3>
              <ol class="stamps">
                {decisions.map((decision) => (
                  <Stamp key={decision.id} decision={decision} timeZone={timeZone} />
                ))}
              </ol>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
