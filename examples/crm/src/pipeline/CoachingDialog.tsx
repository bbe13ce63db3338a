import TextField from "@mui/material/TextField";
import type { ReactElement } from "react";
import { track } from "../analytics.ts";
import type { Deal } from "../data/records.ts";
import { useSave } from "../data/use-save.ts";
import { Choice } from "../layout/Choice.tsx";
import { FormDialog } from "../layout/FormDialog.tsx";
import { getPerson } from "../session/session.ts";

interface Props {
  deals: Deal[];
  /** The deal it starts with; `any` starts with the first, nothing keeps the dialog closed. */
  chosen: number | "any" | undefined;
  onClose: () => void;
}

/** A note for a deal's owner, kept in the deal's timeline. */
export function CoachingDialog({ deals, chosen, onClose }: Props): ReactElement {
  const { create, settle } = useSave();
  const save = async ({ dealId = "", text = "" }: Record<string, string>) => {
    const at = new Date().toISOString();
    await create("activities", { kind: "coaching", dealId: Number(dealId), authorId: getPerson().id, at, text });
    track("coaching.noted", { dealId });
    settle("Coaching note saved");
  };
  return (
    <FormDialog
      title="Coaching note"
      submit="Save coaching note"
      open={chosen !== undefined}
      onClose={onClose}
      onSubmit={save}
    >
      <Choice
        label="Deal"
        name="dealId"
        choices={deals.map(({ id, name }) => [String(id), name] as const)}
        defaultValue={chosen === "any" ? undefined : chosen}
      />
      <TextField label="What would help" name="text" multiline minRows={3} required autoFocus />
    </FormDialog>
  );
}
