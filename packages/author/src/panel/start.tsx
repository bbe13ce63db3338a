import { Component, type VNode } from "preact";
import type { Parts } from "./context.ts";
import { Field } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { Pass } from "./sign-in.tsx";

/** Three ways to begin, and what was begun before. */
export function Start({ state, acts, say }: Parts): VNode {
  const way = (
    icon: "record" | "lines" | "sheet",
    key: "record" | "lines" | "template",
    onClick: () => void,
  ): VNode => (
    <button type="button" class="way" onClick={onClick}>
      <Icon name={icon} />
      <span>
        <b>{say(`start.${key}`)}</b>
        <span class="s soft">{say(`start.${key}Why`)}</span>
      </span>
    </button>
  );
  return (
    <div class="form">
      <h2>{say("start.title")}</h2>
      <p class="soft">{say("start.lead")}</p>
      <div class="ways-in">
        {way("record", "record", () => acts.record.start(true))}
        {way("lines", "lines", () => acts.begin.goTo("lines"))}
        {way("sheet", "template", () => void acts.begin.showTemplates())}
      </div>
      <div class="field">
        <label for="open-file">{say("start.file")}</label>
        <input
          id="open-file"
          type="file"
          accept=".json,application/json"
          aria-describedby="open-file-hint"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void acts.begin.openFile(file);
            event.currentTarget.value = "";
          }}
        />
        <p id="open-file-hint" class="s soft">
          {say("start.drop")}
        </p>
      </div>
      <Drafts {...{ state, acts, say }} />
      <Elsewhere {...{ state, acts, say }} />
      <Pass {...{ state, acts, say }} />
    </div>
  );
}

/** What was begun on this device. */
function Drafts({ state, acts, say }: Parts): VNode | null {
  if (state.drafts.length === 0) return null;
  return (
    <section>
      <h3>{say("start.drafts")}</h3>
      <ul class="drafts">
        {state.drafts.map(({ key, title, steps }) => {
          const name = title || say("start.noTitle");
          const remove = say("start.delete", { title: name });
          return (
            <li key={key} class="row">
              <button type="button" class="btn quiet grow" onClick={() => void acts.begin.openDraft(key)}>
                <span class="grow clip">{name}</span>
                <span class="s soft">{say("start.steps", { count: steps })}</span>
              </button>
              <button
                type="button"
                class="btn quiet icon"
                aria-label={remove}
                title={remove}
                onClick={() => void acts.begin.dropDraft(key)}
              >
                <Icon name="bin" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the collector holds: drafts of others, and what is published. */
function Elsewhere({ state, acts, say }: Parts): VNode | null {
  const { elsewhere, busy } = state;
  if (!elsewhere || elsewhere.length === 0) return null;
  return (
    <section>
      <h3>{say("start.elsewhere")}</h3>
      <ul class="drafts">
        {elsewhere.map(({ journey, title, draft, version }) => (
          <li key={journey}>
            <button
              type="button"
              class="btn quiet wide"
              disabled={busy}
              onClick={() => void acts.begin.openElsewhere(journey)}
            >
              <span class="grow clip">{title}</span>
              <span class="s soft">
                {[draft && say("start.draft"), version !== null && say("save.version", { version })]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A title and five lines. */
export class Lines extends Component<Parts, { title: string; lines: string }> {
  override state = { title: "", lines: "" };

  override render({ acts, say }: Parts, { title, lines }: { title: string; lines: string }): VNode {
    return (
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          acts.begin.fromLines(title, lines);
        }}
      >
        <h2>{say("start.lines")}</h2>
        <Field
          id="lines-title"
          label={say("lines.title")}
          hint={say("lines.titleHint")}
          value={title}
          onInput={(text) => this.setState({ title: text })}
        />
        <Field
          id="lines-lines"
          label={say("lines.lines")}
          hint={say("lines.hint")}
          rows={7}
          value={lines}
          onInput={(text) => this.setState({ lines: text })}
        />
        <button type="submit" class="btn primary" disabled={lines.trim() === ""}>
          {say("lines.draw")}
        </button>
      </form>
    );
  }
}

/** Templates, narrowed down by words. */
export class Templates extends Component<Parts, { asked: string }> {
  override state = { asked: "" };

  override render({ state, acts, say }: Parts, { asked }: { asked: string }): VNode {
    const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = state.templates
      .map((journey) => ({ journey, ...(journey.texts?.[acts.language] ?? {}) }))
      .map(({ journey, title }) => ({ journey, title: title ?? journey.title }))
      .filter(({ journey, title }) => {
        const text = [title, journey.title, ...(journey.roles ?? []), ...(journey.keywords ?? [])]
          .join(" ")
          .toLowerCase();
        return words.every((word) => text.includes(word));
      });
    const none = state.templates.length === 0 ? say("templates.loading") : say("templates.none");
    return (
      <div class="form">
        <h2>{say("start.template")}</h2>
        <Field
          id="templates-search"
          type="search"
          label={say("templates.search")}
          value={asked}
          onInput={(text) => this.setState({ asked: text })}
        />
        {hits.length === 0 && (
          <p class="soft" role="status">
            {none}
          </p>
        )}
        <ul class="drafts">
          {hits.map(({ journey, title }) => (
            <li key={journey.id}>
              <button type="button" class="btn quiet wide" onClick={() => acts.begin.fromTemplate(journey)}>
                <span class="grow clip">{title}</span>
                <span class="s soft">{(journey.roles ?? []).join(", ")}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    );
  }
}
