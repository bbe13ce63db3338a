import TextField, { type TextFieldProps } from "@mui/material/TextField";
import type { ReactElement } from "react";

type Props = Omit<TextFieldProps, "select" | "children"> & {
  choices: readonly (readonly [value: string, label: string])[];
};

/** A labelled native select: the phone's own picker, and no surprises from the keyboard. */
export function Choice({ choices, ...field }: Props): ReactElement {
  return (
    <TextField {...field} select slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}>
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </TextField>
  );
}
