import type { ComponentChildren, VNode } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { words } from "../words.ts";

export interface DefinitionProps {
  name: string;
  meaning: string;
  /** Pairs of term and text. */
  facts: readonly { term: string; text: ComponentChildren }[];
}

/** A name with a dotted underline that opens its definition below it. Escape closes and gives the focus back. */
export function Definition({ name, meaning, facts }: DefinitionProps): VNode {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLSpanElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    card.current?.focus();
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard for the button and the card alike
    <span class="def-box" ref={box} onKeyDown={(event) => event.key === "Escape" && open && close()}>
      <button
        ref={button}
        type="button"
        class="def"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title={words.card.opens(name)}
        onClick={() => setOpen(!open)}
      >
        {name}
      </button>
      {open ? (
        <div ref={card} id={id} class="pop" role="dialog" aria-label={words.card.opens(name)} tabIndex={-1}>
          <h3>{name}</h3>
          <p>{meaning}</p>
          <dl>
            {facts.map((fact) => (
              <div key={fact.term}>
                <dt>{fact.term}</dt>
                <dd>{fact.text}</dd>
              </div>
            ))}
          </dl>
          <button type="button" class="btn" onClick={close}>
            {words.card.close}
          </button>
        </div>
      ) : null}
    </span>
  );
}
