import { type HandoverRow, initialsOf } from "@waymark/engine";
import type { Party } from "@waymark/schema";
import type { ComponentChildren, VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { firstName, fullName, lasting, moment, roleName } from "./tell.ts";

/** A person as two letters. Their name stands beside it, or is said by `name`. */
export function Face({ party, big = false }: { party: Party; big?: boolean }): VNode {
  return (
    <i class={big ? "ho-face big" : "ho-face"} aria-hidden="true">
      {initialsOf(party)}
    </i>
  );
}

/** Whose words stand below: their face, what it is about, and what they said. */
export function Said({ by, about, children }: { by: Party; about: string; children: ComponentChildren }): VNode {
  return (
    <div class="row">
      <Face party={by} big />
      <div class="grow">
        <b>{about}</b>
        {children}
      </div>
    </div>
  );
}

/** The stretch from one's own last stone to the other's: open, walked on, or come back. */
function Stretch({ kind }: { kind: HandoverRow["kind"] }): VNode {
  const on = kind === "taken" ? "ho-on" : "ho-on open";
  return (
    <svg width="52" height="34" viewBox="0 0 52 34" aria-hidden="true">
      <path class="ho-bed" d="M3 24C14 24 14 12 25 12" />
      <path class={on} d="M25 12C36 12 36 22 49 22" />
      <path class="ho-walk" d="M3 24C14 24 14 12 25 12" />
      <circle class={kind === "back" ? "ho-mark back" : "ho-mark"} cx="25" cy="12" r="6" />
    </svg>
  );
}

function wordsOf(row: HandoverRow, runtime: Runtime): { title: string; line: string } {
  const { say, guest } = runtime;
  if (row.kind === "back") return { title: say("handover.back"), line: say("handover.quote", { text: row.reason }) };
  if (row.kind === "taken") {
    return {
      title: say("handover.taken", { who: firstName(row.by) }),
      line: say("handover.taken.at", { when: moment(row.at, runtime) }),
    };
  }
  const title = say("handover.waiting", { who: roleName(row.handoff.to) });
  // What has not left the device yet waits for the network, and for nobody else.
  if (row.handoff.offered.order === undefined) return { title, line: say("handover.unsent") };
  const since = lasting("handover.since", Math.max(0, guest.platform.now() - row.since), runtime);
  return { title, line: row.usual === null ? since : `${since} · ${lasting("handover.usual", row.usual, runtime)}` };
}

/** One of the person's own hand-overs: waiting, taken over, or back with a question. */
export function Row({ row, runtime }: { row: HandoverRow; runtime: Runtime }): VNode {
  const { title, line } = wordsOf(row, runtime);
  const { handoff } = row;
  return (
    <li class="ho-row" part="handover">
      <Stretch kind={row.kind} />
      <span class="grow">
        <b>{title}</b>
        <small>{line}</small>
      </span>
      {row.kind === "back" ? (
        <button
          type="button"
          class="btn"
          part="answer-question"
          onClick={() => runtime.open("handover", { of: { answer: handoff.id } })}
        >
          {runtime.say("handover.answer")}
        </button>
      ) : (
        <span title={fullName(row.kind === "taken" ? row.by : handoff.to, runtime)}>
          <Face party={row.kind === "taken" ? row.by : handoff.to} />
        </span>
      )}
    </li>
  );
}
