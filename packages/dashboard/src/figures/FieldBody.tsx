import type { FieldFigures } from "@waymark/schema";
import type { VNode } from "preact";
import { FigureTable } from "./FigureTable.tsx";
import { beside, type FoundRow, type Shown, stepTitle } from "./model.ts";
import { type BodyProps, Places } from "./PlaceHead.tsx";
import { shareScale, timeScale } from "./scale.ts";
import { figureWords as words } from "./words.ts";

const seconds = ({ seconds: figure }: FieldFigures): FieldFigures["seconds"] => {
  const ms = (value: number): number => value * 1000;
  const { value, interval } = figure;
  return {
    ...figure,
    value: value === null ? null : ms(value),
    interval: interval === null ? null : [ms(interval[0]), interval[1] === null ? null : ms(interval[1])],
  };
};

/** What can be folded away stands first: fields that hardly anybody edits, then those edited least; of equals as they stood. */
export function leastUsedFirst(fields: readonly FieldFigures[]): FieldFigures[] {
  const weight = ({ edited, unused }: FieldFigures): number => {
    if (unused || edited.why === "nearly_none") return -1;
    return edited.value ?? (edited.why === "nearly_all" ? 1 : 2);
  };
  return [...fields].sort((one, other) => weight(one) - weight(other));
}

function Fields({ row, before }: { row: Shown<FoundRow<"fields">>; before: BodyProps<"fields">["before"] }): VNode {
  const fields = leastUsedFirst(row.found.fields);
  const earlier = before === null ? null : (beside(before, row)?.found?.fields ?? []);
  return (
    <FigureTable<FieldFigures>
      caption={`${row.role.title}, ${row.journey?.title ?? ""}`}
      first={words.fields.field}
      rows={fields}
      keyOf={({ step, name }) => `${step} ${name}`}
      title={({ name, step, unused }) => (
        <>
          <bdi>{name}</bdi> {unused ? <span class="tag">{words.fields.unused}</span> : null}
          <span class="small block">{stepTitle(row, step)}</span>
        </>
      )}
      columns={[
        { head: words.fields.edited, scale: shareScale, figure: ({ edited }) => edited },
        { head: words.fields.seconds, scale: timeScale(fields.map(seconds)), figure: seconds },
      ]}
      before={
        earlier === null
          ? undefined
          : (field) => earlier.find((each) => each.step === field.step && each.name === field.name)
      }
    />
  );
}

/** What each form asks for, field by field. */
export function FieldBody({ rows, before }: BodyProps<"fields">): VNode {
  return <Places rows={rows}>{(row) => <Fields row={row} before={before} />}</Places>;
}
