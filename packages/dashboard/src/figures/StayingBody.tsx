import type { Figure } from "@waymark/schema";
import type { VNode } from "preact";
import { FigureCell } from "./FigureCell.tsx";
import { signed } from "./finding.ts";
import { beside, type FoundRow, isShown, keyOf, type Shown } from "./model.ts";
import { type BodyProps, NothingHere, PlaceHead } from "./PlaceHead.tsx";
import { type Scale, shareScale } from "./scale.ts";
import { figureWords as words } from "./words.ts";

type Row = FoundRow<"staying">;

/** Differences stand on a scale whose middle is 0: they are moved by one to the right to be drawn. */
const moved = (figure: Figure): Figure => {
  const { value, interval } = figure;
  const [low, high] = interval ?? [0, 0];
  return {
    ...figure,
    value: value === null ? null : value + 1,
    interval: interval === null ? null : [low + 1, (high ?? 1) + 1],
  };
};
const movedScale: Scale = {
  end: 2,
  write: (value) => words.staying.points(signed(value - 1)),
  bare: (value) => signed(value - 1),
};

function Check({ row, before }: { row: Shown<Row>; before: Row["found"] | undefined }): VNode {
  const { staying } = words;
  const { event, reached, notReached, difference, says } = row.found;
  const facts = [
    ["reached", staying.reached, reached, shareScale],
    ["notReached", staying.notReached, notReached, shareScale],
    ["difference", staying.difference, moved(difference), movedScale],
  ] as const;
  const earlier = (of: (typeof facts)[number][0]): Figure | null | undefined => {
    const was = before?.[of];
    if (before === undefined) return undefined;
    return was === undefined ? null : of === "difference" ? moved(was) : was;
  };
  return (
    <>
      <p class="small">{event === null ? staying.byWay : staying.byEvent(event)}</p>
      <dl class="figure-facts">
        {facts.map(([of, name, figure, scale]) => (
          <div key={of}>
            <dt>{name}</dt>
            <dd>
              <FigureCell name={name} figure={figure} scale={scale} before={earlier(of)} />
            </dd>
          </div>
        ))}
      </dl>
      {says === null ? null : <p>{staying.says[says]}</p>}
    </>
  );
}

/** Whether reaching the value goes together with staying, journey by journey. */
export function StayingBody({ rows, before }: BodyProps<"staying">): VNode {
  return (
    <>
      {rows.map((row) => (
        <section key={keyOf(row)} class="figure-group">
          <PlaceHead row={row} />
          {isShown(row) ? (
            <Check row={row} before={before === null ? undefined : (beside(before, row)?.found ?? null)} />
          ) : (
            <NothingHere />
          )}
        </section>
      ))}
    </>
  );
}
