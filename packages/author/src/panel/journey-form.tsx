import type { Brief, Journey } from "@waymark/schema";
import type { VNode } from "preact";
import type { Parts } from "./context.ts";
import { Field } from "./field.tsx";
import { problemAt } from "./say-problem.ts";
import { Texts } from "./texts.tsx";

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
      <Texts
        of="journey"
        flaw={flaw}
        texts={[
          {
            at: "title",
            label: say("journey.title"),
            value: draft.title,
            most: 40,
            hint: say("lines.titleHint"),
            write: (title) => set("title", { title }),
          },
          {
            at: "destination",
            label: say("journey.destination"),
            value: draft.destination,
            most: 16,
            hint: say("journey.destinationHint"),
            write: (destination) => set("destination", { destination }),
          },
          {
            at: "roles",
            label: say("journey.roles"),
            value: (draft.roles ?? []).join(","),
            hint: "sales-rep",
            write: (text) => set("roles", { roles: text ? text.split(",") : undefined }),
          },
        ]}
      />
      <fieldset class="part">
        <legend>{say("journey.brief")}</legend>
        <Texts
          of="brief"
          flaw={(field) => flaw(field) ?? (field === "brief.purpose" ? flaw("brief") : undefined)}
          texts={(["purpose", "benefit", "expectation"] as const).map((field) => ({
            at: `brief.${field}`,
            label: say(`journey.${field}`),
            value: draft.brief?.[field],
            rows: 2,
            most: 240,
            write: (text) => set(field, brief({ [field]: text })),
          }))}
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
