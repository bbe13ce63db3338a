import type { VNode } from "preact";
import type { PreviewAs } from "../preview/preview.ts";
import { groupDeeds } from "../recorder/propose-steps.ts";
import type { Parts } from "./context.ts";
import { Icon } from "./icon.tsx";

/** While somebody shows the work: what was noted, and how to end. */
export function RecordBar({ state, acts, say }: Parts): VNode {
  const deeds = state.work?.deeds ?? [];
  const last = deeds.at(-1);
  const event = last?.events.at(-1)?.name;
  return (
    <section class="surface bar" aria-label={say("record.on")}>
      <span class="rec" aria-hidden="true" />
      <span class="grow">
        <b>{say("record.on")}</b>{" "}
        <span class="s soft" role="status">
          {last ? say("record.count", { deeds: deeds.length, steps: groupDeeds(deeds).length }) : say("record.lead")}
        </span>
        {last && (
          <span class="s block clip">
            {say("record.last", { name: last.name || last.to || last.page })}
            {event && <span class="heard">{say("record.told", { event })}</span>}
          </span>
        )}
      </span>
      {last && (
        <button
          type="button"
          class="btn quiet icon"
          aria-label={say("record.forget")}
          title={say("record.forget")}
          onClick={acts.record.forgetLast}
        >
          <Icon name="undo" />
        </button>
      )}
      <button type="button" class="btn primary" onClick={acts.record.finish}>
        {say("record.finish")}
      </button>
    </section>
  );
}

/** While somebody looks at it as another person would. */
export function PreviewBar({ state, acts, say }: Parts): VNode {
  const as = state.preview ?? { role: "", guidance: "full" };
  const roles = state.work?.history.now.roles ?? [];
  const again = (more: Partial<PreviewAs>): void => void acts.show.preview({ ...as, ...more });
  return (
    <section class="surface bar" aria-label={say("preview.start")}>
      <Icon name="eye" />
      <span class="grow s soft lead">{say("preview.lead")}</span>
      <label class="hide" for="preview-role">
        {say("preview.as")}
      </label>
      <select id="preview-role" value={as.role} onChange={(event) => again({ role: event.currentTarget.value })}>
        <option value="">{say("preview.nobody")}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {role}
          </option>
        ))}
      </select>
      <label class="hide" for="preview-guidance">
        {say("preview.full")}
      </label>
      <select
        id="preview-guidance"
        value={as.guidance}
        onChange={(event) => again({ guidance: event.currentTarget.value as PreviewAs["guidance"] })}
      >
        <option value="full">{say("preview.full")}</option>
        <option value="light">{say("preview.light")}</option>
      </select>
      <button
        type="button"
        class={`btn icon${state.phone ? " on" : ""}`}
        aria-pressed={state.phone}
        aria-label={say("preview.phone")}
        title={say("preview.phone")}
        onClick={() => acts.show.phone(!state.phone)}
      >
        <Icon name="phone" />
      </button>
      <button type="button" class="btn primary" onClick={() => void acts.show.stopPreview()}>
        {say("preview.stop")}
      </button>
    </section>
  );
}
