import type { VNode } from "preact";

export interface RadioOption<Id extends string> {
  id: Id;
  title: string;
  /** Stands small behind the title: a head count. */
  note?: string;
}

export interface RadioSwitchProps<Id extends string> {
  name: string;
  label: string;
  options: readonly RadioOption<Id>[];
  value: Id;
  small?: boolean;
  onPick(id: Id): void;
}

/** A segmented switch made of real radio buttons: arrows, Home and forms work as the browser does them. */
export function RadioSwitch<Id extends string>(props: RadioSwitchProps<Id>): VNode {
  return (
    <fieldset class={props.small ? "seg seg-small" : "seg"}>
      <legend class="vh">{props.label}</legend>
      {props.options.map((option) => (
        <label key={option.id} class="seg-option">
          <input
            class="vh"
            type="radio"
            name={props.name}
            checked={option.id === props.value}
            onChange={() => props.onPick(option.id)}
          />
          <span>
            {option.title}
            {option.note === undefined ? null : <span class="seg-note"> {option.note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
