import TextField from "@mui/material/TextField";
import type { ReactElement } from "react";
import { track } from "../analytics.ts";
import { useSave } from "../data/use-save.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { getPerson } from "../session/session.ts";

interface Props {
  about: { dealId: number } | { contactId: number };
  open: boolean;
  onClose: () => void;
}

export function AddNoteDialog({ about, open, onClose }: Props): ReactElement {
  const { create, settle } = useSave();
  const save = async ({ text = "" }: Record<string, string>) => {
    await create("activities", {
      kind: "note",
      ...about,
      authorId: getPerson().id,
      at: new Date().toISOString(),
      text,
    });
    track("note.added", Object.fromEntries(Object.entries(about).map(([name, id]) => [name, String(id)])));
    settle("Note saved");
  };
  return (
    <FormDialog title="Add note" submit="Save note" open={open} onClose={onClose} onSubmit={save}>
      <TextField label="Note" name="text" multiline minRows={4} required autoFocus />
    </FormDialog>
  );
}
