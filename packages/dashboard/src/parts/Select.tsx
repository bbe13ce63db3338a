import type { VNode } from "preact";

interface SelectProps {
  label: string;
  options: readonly { id: string; title: string }[];
  value: string;
  onPick(id: string): void;
}

/** One of many, in a line: where a switch would not fit. */
export function Select({ label, options, value, onPick }: SelectProps): VNode {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
