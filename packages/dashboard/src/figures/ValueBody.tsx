import type { Figure, ValueFigures } from "@waymark/schema";
import type { VNode } from "preact";
import { Below, ShareGrid } from "../parts/Grid.tsx";
import { useWidth } from "../parts/use-width.ts";
import { words as shared } from "../words.ts";
import { drawCurve, lastDay } from "./curve.ts";
import { FigureCell } from "./FigureCell.tsx";
import { beside } from "./model.ts";
import { type BodyProps, Places } from "./PlaceHead.tsx";
import { plainScale, shareScale } from "./scale.ts";
import { figureWords as words } from "./words.ts";

const height = 240;

/** Kaplan and Meier's curve, rising, with its interval hatched and those still watched under the axis. */
function Curve({ found, last }: { found: ValueFigures; last: number }): VNode {
  const [box, width] = useWidth();
  const drawn = width === 0 ? null : drawCurve(found, width, height, last);
  const { value } = words;
  const said = found.curve.map(({ day, share }) => value.point(Math.round(share * 100), day)).join("; ");
  return (
    <div class="curve" ref={box}>
      {found.curve.length === 0 ? <p class="note">{value.noCurve}</p> : null}
      {drawn === null ? null : (
        <figure>
          <figcaption class="small">{value.axis}</figcaption>
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={value.curve(said)}
          >
            <ShareGrid axis={drawn.shares} left={drawn.left} right={drawn.right} />
            {drawn.bands.map((band) => (
              <rect key={band.x} {...band} class="hatched edged" />
            ))}
            <path d={drawn.line} class="curve-line" />
            {drawn.days.map(({ day, x, n }) => (
              <g key={day}>
                <Below x={x} y={drawn.bottom} text={shared.number(day)} />
                <text x={x} y={drawn.bottom + 33} class="t-m t-ink">
                  {n === null ? "<10" : `${shared.number(n)}+`}
                </text>
              </g>
            ))}
            <text x={0} y={drawn.bottom + 33} class="watched">
              {width < 420 ? "n" : value.watched}
            </text>
          </svg>
        </figure>
      )}
    </div>
  );
}

/** The read-offs beside the curve. */
function Facts({ found, before }: { found: ValueFigures; before: ValueFigures | null | undefined }): VNode {
  const { value } = words;
  const days = plainScale([found.medianDays, found.p80Days], value.day);
  const facts = [
    ["medianDays", value.median, days],
    ["p80Days", value.p80, days],
    ["byDay7", value.by7, shareScale],
    ["byDay30", value.by30, shareScale],
  ] as const;
  const earlier = (of: (typeof facts)[number][0]): Figure | null | undefined =>
    before === undefined ? undefined : (before?.[of] ?? null);
  return (
    <dl class="figure-facts">
      {facts.map(([of, name, scale]) => (
        <div key={of}>
          <dt>{name}</dt>
          <dd>
            <FigureCell name={name} figure={found[of]} scale={scale} before={earlier(of)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How long it takes until people have come through, journey by journey. */
export function ValueBody({ rows, before }: BodyProps<"value">): VNode {
  const last = lastDay(rows.flatMap(({ found }) => found ?? []));
  return (
    <Places rows={rows} says={({ found }) => found.medianDays.why !== "too_few"}>
      {(row) => (
        <div class="figure-two">
          <Curve found={row.found} last={last} />
          <Facts found={row.found} before={before === null ? undefined : (beside(before, row)?.found ?? null)} />
        </div>
      )}
    </Places>
  );
}
