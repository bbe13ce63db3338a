import type { LostTarget } from "@waymark/schema";
import type { VNode } from "preact";
import { writtenDay } from "../text/dates.ts";
import { figureWords as words } from "./words.ts";

/** Words of the way a search ended; what a hunt through a list adds to it is of no use here. */
const wayOf = (reason: string): string => words.targets.ways[reason.split(/[^a-z]/)[0] ?? ""] ?? reason;

/** One row for each step whose target is lost, the newest first. */
export function TargetBody({ lost }: { lost: readonly LostTarget[] }): VNode | null {
  const { targets } = words;
  if (lost.length === 0) return null;
  return (
    <table class="rows figures">
      <caption class="vh">{words.sentences.targets}</caption>
      <thead>
        <tr>
          {[targets.step, targets.how, targets.page, targets.good, targets.bad].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lost.map(({ journey, version, step, page, reason, lastGood, firstBad, sometimes }) => (
          <tr key={`${journey.id} ${step.id}`}>
            <th scope="row">
              {step.title}
              <span class="small block">
                {journey.title}, {words.version(version)}
              </span>
            </th>
            <td data-head={targets.how}>
              {wayOf(reason)}
              {sometimes ? <span class="small block">{targets.sometimes}</span> : null}
            </td>
            <td data-head={targets.page}>{page === null ? "" : <code dir="ltr">{page}</code>}</td>
            <td data-head={targets.good}>{lastGood === null ? targets.never : writtenDay(lastGood)}</td>
            <td data-head={targets.bad} class="late strong">
              {writtenDay(firstBad)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
