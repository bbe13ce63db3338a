import type { VNode } from "preact";
import { words } from "../words.ts";

interface SignedByProps {
  /** The member's own name, which is not chosen here; `undefined`: the sign-in is nobody's in particular. */
  name: string | undefined;
  by: string;
  onBy(by: string): void;
}

/** With whose name it goes out. */
export function SignedBy({ name, by, onBy }: SignedByProps): VNode {
  if (name !== undefined)
    return (
      <p class="small">
        {words.voices.by}: {name}
      </p>
    );
  return (
    <label>
      {words.voices.by}
      <input
        type="text"
        maxLength={80}
        placeholder={words.voices.byHint}
        value={by}
        onInput={(event) => onBy(event.currentTarget.value)}
      />
    </label>
  );
}
