import TextField from "@mui/material/TextField";
import type { ReactElement } from "react";
import { track } from "../analytics.ts";
import { dayFromNow } from "../data/day.ts";
import type { Deal } from "../data/records.ts";
import { useSave } from "../data/use-save.ts";
import { Choice } from "../layout/Choice.tsx";
import { DateField } from "../layout/DateField.tsx";
import { FormDialog } from "../layout/FormDialog.tsx";
import { getPerson } from "../session/session.ts";

const outcomes = ["Reached", "Left a message", "No answer", "Wrong person"].map((label) => [label, label] as const);

interface Props {
  deal: Deal;
  open: boolean;
  onClose: () => void;
}

export function LogCallDialog({ deal, open, onClose }: Props): ReactElement {
  const { create, update, settle } = useSave();
  const save = async ({ said = "", outcome = "", nextStep, nextDate }: Record<string, string>) => {
    const at = new Date().toISOString();
    await create("activities", { kind: "call", dealId: deal.id, authorId: getPerson().id, at, text: said, outcome });
    if (nextStep || nextDate)
      await update("deals", deal.id, { nextStep: nextStep || null, nextDate: nextDate || null });
    track("call.logged", { dealId: String(deal.id), outcome });
    settle("Call saved");
  };
  return (
    <FormDialog title="Log call" submit="Save call" open={open} onClose={onClose} onSubmit={save}>
      <TextField label="What was said" name="said" multiline minRows={3} required autoFocus />
      <Choice label="Outcome" name="outcome" choices={outcomes} defaultValue="Reached" />
      <TextField label="Next step" name="nextStep" />
      <DateField label="Next date" name="nextDate" min={dayFromNow(0)} />
    </FormDialog>
  );
}
