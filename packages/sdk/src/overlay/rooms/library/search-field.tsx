import type { Ref, VNode } from "../../../draw/draw.ts";
import type { Overlay } from "../../context.ts";
import { Icon } from "../../icon.tsx";

/** Preact wants a `list` beside the role; the rows are in our own tree. */
const combobox = { role: "combobox", list: undefined } as const;

interface SearchFieldProps {
  overlay: Overlay;
  field: Ref<HTMLInputElement>;
  query: string;
  /** The id of the row that Enter opens; `null`: there is none. */
  active: string | null;
  onInput(event: Event): void;
}

/** The line one types into, and the button that closes the library. */
export function SearchField({ overlay, field, query, active, onInput }: SearchFieldProps): VNode {
  const { say } = overlay.runtime;
  return (
    <div class="ask">
      <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M6.8 2.2a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2ZM10.2 10.2l3.8 3.8" />
      </svg>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is among what is spread */}
      <input
        ref={field}
        type="search"
        part="field"
        {...combobox}
        aria-label={say("library.title")}
        aria-autocomplete="list"
        aria-expanded={active === null ? "false" : "true"}
        aria-controls={active === null ? undefined : "hits"}
        aria-activedescendant={active ?? undefined}
        placeholder={say("library.placeholder")}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="go"
        data-first
        value={query}
        onInput={onInput}
      />
      <button type="button" class="key" part="close" onClick={overlay.dismiss}>
        <span class="hide">{`${say("close")}, `}</span>
        <span class="esc">Esc</span>
        <Icon name="close" />
      </button>
    </div>
  );
}
