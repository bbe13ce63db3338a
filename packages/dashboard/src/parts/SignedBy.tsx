import type { VNode } from "preact";
import { words } from "../words.ts";
import { Field } from "./Field.tsx";

interface SignedByProps {
  /** The member's own name, which is not chosen here; without one the sign-in is nobody's in particular. */
  name: string | null | undefined;
  by: string;
  onBy(by: string): void;
}

/** With whose name it goes out. */
export function SignedBy({ name, by, onBy }: SignedByProps): VNode {
  const { voices } = words;
  if (name)
    return (
      <p class="small">
        {voices.by}: {name}
      </p>
    );
  return (
    <Field label={voices.by}>
      <input
        type="text"
        maxLength={80}
        placeholder={voices.byHint}
        value={by}
        onInput={(event) => onBy(event.currentTarget.value)}
      />
    </Field>
  );
}
