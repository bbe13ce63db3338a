import TextField, { type TextFieldProps } from "@mui/material/TextField";
import type { ReactElement } from "react";

/** A day picked with the browser's own calendar. */
export function DateField({ min, ...field }: TextFieldProps & { min?: string }): ReactElement {
  return <TextField {...field} type="date" slotProps={{ inputLabel: { shrink: true }, htmlInput: { min } }} />;
}
