import { Component, type VNode } from "preact";
import type { Parts } from "./context.ts";
import { Field } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { When } from "./when.tsx";

/** The author's own key, on a page that is not their own machine. It is given away for a pass and forgotten. */
export class SignIn extends Component<Parts, { key: string }> {
  override state = { key: "" };

  override render({ state, acts, say }: Parts, { key }: { key: string }): VNode {
    const { collector } = state.session;
    return (
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void acts.begin.signIn(key);
          this.setState({ key: "" });
        }}
      >
        <Icon name="key" />
        <h2>{say("signin.title")}</h2>
        <p class="soft">{say("signin.lead", { collector: hostOf(collector) })}</p>
        <Field
          id="signin-key"
          type="password"
          label={say("save.key")}
          hint="ak_…"
          value={key}
          onInput={(text) => this.setState({ key: text })}
        />
        <button type="submit" class="btn primary" disabled={state.busy || key.trim() === ""}>
          {say("signin.open")}
        </button>
        <p class="say">{say("signin.keyWhy")}</p>
        <p class="s soft">{say("signin.where")}</p>
      </form>
    );
  }
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

/** Until when the pass of this tab holds, and how to end it. */
export function Pass({ state, acts, say }: Parts): VNode | null {
  const { pass, until } = state.session;
  if (!pass) return null;
  return (
    <div class="row between pass">
      <span class="s soft">
        {say("signin.until")} <When at={until} language={acts.language} />
      </span>
      <button type="button" class="btn quiet small" onClick={() => void acts.begin.signOut()}>
        {say("signin.out")}
      </button>
    </div>
  );
}
