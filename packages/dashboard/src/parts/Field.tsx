import type { ComponentChildren, VNode } from "preact";

interface FieldProps {
  label: string;
  children: ComponentChildren;
  /** Stands behind the field. */
  unit?: string;
}

/** A label around its field. */
export function Field({ label, unit, children }: FieldProps): VNode {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is what it is given around
    <label class="field">
      <span>{label}</span>
      <span class="field-line">
        {children}
        {unit === undefined ? null : <span class="small">{unit}</span>}
      </span>
    </label>
  );
}

/** What is wrong, read out as soon as it is there. */
export function Wrong({ text }: { text: string | null }): VNode | null {
  return text === null ? null : (
    <p class="late" role="alert">
      {text}
    </p>
  );
}
