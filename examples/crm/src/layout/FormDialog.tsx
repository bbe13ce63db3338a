import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type FormEvent, type ReactElement, type ReactNode, useId, useState } from "react";

interface Props {
  title: string;
  submit: string;
  open: boolean;
  onClose: () => void;
  /** Saves the values by field name; the dialog closes once it resolves. */
  onSubmit: (values: Record<string, string>) => Promise<void>;
  children: ReactNode;
}

/** A dialog around one small form. */
export function FormDialog({ title, submit, open, onClose, onSubmit, children }: Props): ReactElement {
  const titleId = useId();
  const formId = useId();
  const [saving, setSaving] = useState(false);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaving(true);
    try {
      await onSubmit(readForm(event.currentTarget));
      onClose();
    } finally {
      setSaving(false);
    }
  };
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent sx={{ pt: "8px !important" }}>
        <form id={formId} aria-label={title} onSubmit={save}>
          {children}
        </form>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" form={formId} variant="contained" disabled={saving}>
          {submit}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function readForm(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(entries.map(([name, value]) => [name, value.trim()]));
}
