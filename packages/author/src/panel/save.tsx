import { Component, type VNode } from "preact";
import type { Parts } from "./context.ts";
import { Field } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { Pass } from "./sign-in.tsx";

/** What is written here and kept nowhere: it goes with this face. */
interface Written {
  note: string;
  /** Asked for with each publishing: the pass of this tab does not open that. */
  key: string;
}

/** Where the journey goes: a file, the collector's draft, everybody; and back to what was published before. */
export class Save extends Component<Parts, Written> {
  override state: Written = { note: "", key: "" };

  override render({ state, acts, say }: Parts, { note, key }: Written): VNode {
    const { session, busy } = state;
    return (
      <div class="form">
        <h2>{say("save.title")}</h2>
        <p class="soft">{say("save.kept")}</p>
        <fieldset class="part">
          <legend>{say("save.file")}</legend>
          <p class="s soft">{say("save.fileWhy")}</p>
          <div>
            <button type="button" class="btn" onClick={() => void acts.save.file()}>
              <Icon name="file" />
              {say("save.file")}
            </button>
          </div>
        </fieldset>
        <fieldset class="part">
          <legend>{say("save.publish")}</legend>
          <Field
            id="save-collector"
            type="url"
            label={say("save.collector")}
            value={session.collector}
            onInput={(collector) => acts.save.setCollector(collector.trim().replace(/\/+$/, ""))}
          />
          <Field
            id="save-key"
            type="password"
            label={say("save.key")}
            hint="ak_…"
            value={key}
            onInput={(text) => this.setState({ key: text })}
          />
          <p class="s soft">{say("save.keyWhy")}</p>
          <Field
            id="save-note"
            label={say("save.note")}
            value={note}
            most={200}
            onInput={(text) => this.setState({ note: text })}
          />
          <div class="row wrap">
            <button type="button" class="btn primary" disabled={busy} onClick={() => void acts.save.publish(note, key)}>
              {say("save.publish")}
            </button>
            <button type="button" class="btn" disabled={busy} onClick={() => void acts.save.draft(key)}>
              {say("save.draft")}
            </button>
          </div>
          <Pass {...{ state, acts, say }} />
        </fieldset>
        <Versions {...{ state, acts, say }} authorKey={key} />
      </div>
    );
  }
}

function Versions({ state, acts, say, authorKey }: Parts & { authorKey: string }): VNode {
  const { versions, busy } = state;
  if (!versions)
    return (
      <div>
        <button type="button" class="btn quiet" disabled={busy} onClick={() => void acts.save.versions(authorKey)}>
          {say("save.versions")}
        </button>
      </div>
    );
  if (versions.length === 0) return <p class="s soft">{say("save.none")}</p>;
  return (
    <ol class="versions">
      {versions.map(({ version, publishedAt, note }, index) => (
        <li key={version} class="row">
          <span class="grow">
            <b>{say("save.version", { version })}</b>{" "}
            <span class="s soft">{new Date(publishedAt).toLocaleString(acts.language)}</span>
            {note && <span class="s block">{note}</span>}
          </span>
          {index > 0 && (
            <button
              type="button"
              class="btn small"
              disabled={busy}
              onClick={() => void acts.save.rollBack(version, authorKey)}
            >
              {say("save.rollback", { version })}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
