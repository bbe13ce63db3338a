import type { JourneyView } from "@waymark/engine";
import type { VNode } from "preact";
import type { Runtime } from "../runtime/runtime.ts";
import { DueChip } from "./due-chip.tsx";
import { MiniTrail } from "./mini-trail.tsx";

/** Beyond so many a list is no help: My map can be searched. */
const most = 30;

/** The records of a journey, those that ask for something first; or how a record gets here. */
export function RecordList({ journey, runtime }: { journey: JourneyView; runtime: Runtime }): VNode {
  const { say } = runtime;
  if (journey.records.length === 0) {
    return <p class="empty soft">{say("records.none")}</p>;
  }
  return (
    <div class="stage">
      <ul class="recordlist">
        {journey.records.slice(0, most).map(({ subject, label, done, total, here, due }) => (
          <li key={subject}>
            <button
              type="button"
              class="opt"
              part="record"
              onClick={() => runtime.open("panel", { journey: journey.id, subject })}
            >
              <MiniTrail done={done} total={total} />
              <span>
                <b>{label}</b>
                <small>{here ?? say("records.settled")}</small>
              </span>
              {due && due.state !== "later" ? (
                <DueChip due={due} runtime={runtime} />
              ) : (
                <span class="count">{say("count", { done, total })}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
