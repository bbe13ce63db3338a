import type { JourneyView } from "@waymark/engine";
import type { VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { DueChip } from "../../due-chip.tsx";
import { MiniTrail } from "../../mini-trail.tsx";

/** Beyond so many a list is no help: My map can be searched. */
const most = 15;

/** Where the app lists the records: the page of one without what names it. `/deals/:id/show` is `/deals`. */
function listOf({ guest }: Runtime, journey: string): string | null {
  const per = guest.$documents.get().find(({ id }) => id === journey)?.per;
  const page = typeof per === "object" ? per.page : undefined;
  return page?.split("/:")[0] || null;
}

function openList({ guest }: Runtime, list: string): void {
  const { navigate } = guest.options;
  if (navigate) guest.guard("navigate", navigate)(list);
  // In an app behind a hash the hash is the path.
  else location.assign(/^#!?\//.test(location.hash) ? `#${list}` : list);
}

/** The records of a journey, those that ask for something first; or how a record gets here. */
export function RecordList({ journey, runtime }: { journey: JourneyView; runtime: Runtime }): VNode {
  const { say } = runtime;
  if (journey.records.length === 0) {
    const list = listOf(runtime, journey.id);
    return (
      <div class="empty">
        <p class="soft">{say("records.none")}</p>
        {list !== null && (
          <button type="button" class="btn" part="list" onClick={() => openList(runtime, list)}>
            {say("records.open")}
          </button>
        )}
      </div>
    );
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
