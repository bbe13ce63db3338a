import type { HandoffWait, StepWait, WaitFigures } from "@waymark/schema";
import type { VNode } from "preact";
import { FigureCell } from "./FigureCell.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { beside, type FoundRow, type Shown, stepTitle } from "./model.ts";
import { type BodyProps, Places } from "./PlaceHead.tsx";
import { shareScale, timeScale } from "./scale.ts";
import { figureWords as words } from "./words.ts";

interface WaitProps {
  row: Shown<FoundRow<"handoffs">>;
  before: WaitFigures | null | undefined;
  /** Titles of roles, by id. */
  roles: ReadonlyMap<string, string>;
}

function Steps({ row, before }: WaitProps): VNode {
  const { steps } = row.found;
  return (
    <FigureTable<StepWait>
      caption={`${row.role.title}, ${row.journey?.title ?? ""}`}
      first={words.handoffs.step}
      rows={steps}
      keyOf={({ step }) => step}
      title={({ step }) => stepTitle(row, step)}
      columns={[
        { head: words.handoffs.usual, scale: timeScale(steps.map(({ usual }) => usual)), figure: ({ usual }) => usual },
        { head: words.handoffs.lie, scale: shareScale, figure: ({ stale }) => stale },
      ]}
      before={before === undefined ? undefined : ({ step }) => before?.steps.find((each) => each.step === step)}
    />
  );
}

function Handoffs({ row, before, roles }: WaitProps): VNode {
  const { handoffs } = row.found;
  if (handoffs.length === 0) return <p class="note">{words.handoffs.noHandoffs}</p>;
  const scale = timeScale(handoffs.flatMap(({ median, p80 }) => [median, p80]));
  return (
    <FigureTable<HandoffWait>
      caption={words.handoffs.waits}
      first={words.handoffs.step}
      rows={handoffs}
      keyOf={({ step, to }) => `${step} ${to}`}
      title={({ step, to }) => words.handoffs.to(stepTitle(row, step), roles.get(to) ?? to)}
      columns={[
        { head: words.handoffs.median, scale, figure: ({ median }) => median },
        { head: words.handoffs.p80, scale, figure: ({ p80 }) => p80 },
      ]}
      before={
        before === undefined
          ? undefined
          : ({ step, to }) => before?.handoffs.find((each) => each.step === step && each.to === to)
      }
    />
  );
}

/** Where work lies: in steps, without a day, and with another role. */
export function WaitBody({ rows, before, roles }: BodyProps<"handoffs"> & Pick<WaitProps, "roles">): VNode {
  const earlier = (row: FoundRow<"handoffs">): WaitFigures | null | undefined =>
    before === null ? undefined : (beside(before, row)?.found ?? null);
  return (
    <Places rows={rows}>
      {(row) => (
        <>
          <Steps row={row} before={earlier(row)} roles={roles} />
          <div class="figure-two">
            <div>
              <h3>{words.handoffs.cover}</h3>
              <FigureCell
                name={words.handoffs.cover}
                figure={row.found.cover}
                scale={shareScale}
                before={before === null ? undefined : (earlier(row)?.cover ?? null)}
              />
            </div>
            <div>
              <h3>{words.handoffs.waits}</h3>
              <Handoffs row={row} before={earlier(row)} roles={roles} />
            </div>
          </div>
        </>
      )}
    </Places>
  );
}
