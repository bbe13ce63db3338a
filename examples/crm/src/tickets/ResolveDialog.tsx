import TextField from "@mui/material/TextField";
import type { ReactElement } from "react";
import type { Ticket } from "../data/records.ts";
import { Choice } from "../layout/Choice.tsx";
import { FormDialog } from "../layout/FormDialog.tsx";
import { useTicketWork } from "./use-ticket-work.ts";

const causes = ["Hardware", "Software", "Set-up", "Network", "Wrong data", "Question"].map(
  (cause) => [cause, cause] as const,
);

interface Props {
  ticket: Ticket;
  open: boolean;
  onClose: () => void;
}

export function ResolveDialog({ ticket, open, onClose }: Props): ReactElement {
  const { resolve } = useTicketWork(ticket);
  const save = ({ cause = "", solution = "" }: Record<string, string>) => resolve(cause, solution);
  return (
    <FormDialog title="Resolve ticket" submit="Save and resolve" open={open} onClose={onClose} onSubmit={save}>
      <Choice label="Cause" name="cause" choices={causes} defaultValue="Hardware" />
      <TextField label="Solution" name="solution" multiline minRows={3} required autoFocus />
    </FormDialog>
  );
}
