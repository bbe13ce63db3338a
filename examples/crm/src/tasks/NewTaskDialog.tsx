import TextField from "@mui/material/TextField";
import type { ReactElement } from "react";
import { track } from "../analytics.ts";
import { dayFromNow, today } from "../data/day.ts";
import type { Deal, Task } from "../data/records.ts";
import { useSave } from "../data/use-save.ts";
import { Choice } from "../layout/Choice.tsx";
import { DateField } from "../layout/DateField.tsx";
import { FormDialog } from "../layout/FormDialog.tsx";
import { getPerson } from "../session/session.ts";

const kinds = [
  ["call", "Call"],
  ["email", "Email"],
  ["meeting", "Meeting"],
  ["todo", "To do"],
] as const;

interface Props {
  deal?: Deal;
  open: boolean;
  onClose: () => void;
}

export function NewTaskDialog({ deal, open, onClose }: Props): ReactElement {
  const { create, update, settle } = useSave();
  const save = async ({ title = "", kind, due = today() }: Record<string, string>) => {
    const about = deal ? { dealId: deal.id } : {};
    const task = await create("tasks", {
      title,
      kind: kind as Task["kind"],
      due,
      doneAt: null,
      ownerId: getPerson().id,
      ...about,
    });
    // A planned task is the deal's next date, unless an earlier one stands.
    if (deal && !(deal.nextDate && deal.nextDate >= today() && deal.nextDate <= due)) {
      await update("deals", deal.id, { nextDate: due, nextStep: title });
    }
    track("task.created", { taskId: String(task.id), ...(deal ? { dealId: String(deal.id) } : {}) });
    settle("Task planned");
  };
  return (
    <FormDialog title="New task" submit="Save task" open={open} onClose={onClose} onSubmit={save}>
      <TextField label="What is to do" name="title" required autoFocus />
      <Choice label="Kind" name="kind" choices={kinds} defaultValue="call" />
      <DateField label="Due date" name="due" min={today()} defaultValue={dayFromNow(1)} required />
    </FormDialog>
  );
}
