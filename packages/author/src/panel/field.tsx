import type { VNode } from "preact";

interface FieldProps {
  /** Unique in the panel. */
  id: string;
  label: string;
  value: string | number | undefined;
  onInput(text: string): void;
  /** How many characters read well: counted from three quarters on. */
  most?: number;
  rows?: number;
  hint?: string;
  type?: "text" | "number" | "password" | "search" | "url";
  /** What is wrong with it, or could be better. */
  problem?: { text: string; error: boolean } | undefined;
}

/** One line or box to write in, with what there is to say about it below. */
export function Field(props: FieldProps): VNode {
  const { id, label, value = "", onInput, most, rows, hint, type = "text", problem } = props;
  const long = String(value).length;
  const counted = most !== undefined && long > most * 0.75;
  const shared = {
    id,
    value,
    placeholder: hint,
    autocomplete: "off",
    "aria-invalid": problem?.error ? ("true" as const) : undefined,
    "aria-describedby": problem ? `${id}-problem` : undefined,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  // Told apart by kind, the attributes of an input are a union that a kind known at run time fits into nowhere.
  const kind: object = { type, min: type === "number" ? 0 : undefined, step: type === "number" ? "any" : undefined };
  return (
    <div class={`field${type === "number" ? " short" : ""}`}>
      <div class="row between">
        <label for={id}>{label}</label>
        {counted && (
          <span class={`count${long > most ? " over" : ""}`} aria-hidden="true">
            {long}/{most}
          </span>
        )}
      </div>
      {rows ? <textarea rows={rows} {...shared} /> : <input {...shared} {...kind} />}
      {problem && (
        <p id={`${id}-problem`} class={`say ${problem.error ? "error" : "warn"}`}>
          {problem.text}
        </p>
      )}
    </div>
  );
}
