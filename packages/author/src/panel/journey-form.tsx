import type { Brief, Journey } from "@waymark/schema";
import type { VNode } from "preact";
import type { Parts } from "./context.ts";
import { Field } from "./field.tsx";
import { problemAt } from "./say-problem.ts";

const empty: Brief = { purpose: "", benefit: "", expectation: "" };

/** What is said of the whole journey, the brief first of all: why would anybody set out. */
export function JourneyForm({ state, acts, say }: Parts): VNode {
  const draft = state.work?.history.now;
  if (!draft) return <div />;
  const flaw = (field: string) => problemAt(state.checked.problems, null, field, say);
  const set = (field: string, change: Partial<Journey>): void =>
    acts.write.edit({ do: "journey", change }, `journey ${field}`);
  const brief = (change: Partial<Brief>): Partial<Journey> => ({ brief: { ...empty, ...draft.brief, ...change } });
  return (
    <div class="form" key="journey">
      <h3>{say("map.journey")}</h3>
      <Field
        id="journey-title"
        label={say("journey.title")}
        value={draft.title}
        most={40}
        hint={say("lines.titleHint")}
        problem={flaw("title")}
        onInput={(title) => set("title", { title })}
      />
      <Field
        id="journey-destination"
        label={say("journey.destination")}
        value={draft.destination}
        most={16}
        hint={say("journey.destinationHint")}
        problem={flaw("destination")}
        onInput={(destination) => set("destination", { destination })}
      />
      <Field
        id="journey-roles"
        label={say("journey.roles")}
        value={(draft.roles ?? []).join(",")}
        hint="sales-rep"
        problem={flaw("roles")}
        onInput={(text) => set("roles", { roles: text ? text.split(",") : undefined })}
      />
      <fieldset class="part">
        <legend>{say("journey.brief")}</legend>
        <Field
          id="brief-purpose"
          label={say("journey.purpose")}
          value={draft.brief?.purpose}
          rows={2}
          most={240}
          problem={flaw("brief.purpose") ?? flaw("brief")}
          onInput={(purpose) => set("purpose", brief({ purpose }))}
        />
        <Field
          id="brief-benefit"
          label={say("journey.benefit")}
          value={draft.brief?.benefit}
          rows={2}
          most={240}
          problem={flaw("brief.benefit")}
          onInput={(benefit) => set("benefit", brief({ benefit }))}
        />
        <Field
          id="brief-expectation"
          label={say("journey.expectation")}
          value={draft.brief?.expectation}
          rows={2}
          most={240}
          problem={flaw("brief.expectation")}
          onInput={(expectation) => set("expectation", brief({ expectation }))}
        />
        <p class="s soft">{say("journey.expected")}</p>
      </fieldset>
      <label class="row">
        <input
          type="checkbox"
          checked={draft.repeat === true}
          onChange={(event) => set("repeat", { repeat: event.currentTarget.checked || undefined })}
        />
        {say("journey.repeat")}
      </label>
      <Field
        id="journey-id"
        label={say("journey.id")}
        value={draft.id}
        problem={flaw("id")}
        onInput={(id) => set("id", { id })}
      />
    </div>
  );
}
