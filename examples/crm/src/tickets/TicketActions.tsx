import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { type ReactElement, useState } from "react";
import type { Priority, Ticket } from "../data/records.ts";
import { Choice } from "../layout/Choice.tsx";
import { getPerson } from "../session/session.ts";
import { priorities } from "./labels.ts";
import { ResolveDialog } from "./ResolveDialog.tsx";
import { useTicketWork } from "./use-ticket-work.ts";

export function TicketActions({ ticket }: { ticket: Ticket }): ReactElement {
  const { assign, prioritise, handToSales } = useTicketWork(ticket);
  const [resolving, setResolving] = useState(false);
  const isMine = ticket.assigneeId === getPerson().id;
  const isResolved = ticket.status === "resolved";
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 1, mb: 2 }}>
      <Choice
        label="Priority"
        value={ticket.priority}
        onChange={(event) => void prioritise(event.target.value as Priority)}
        choices={priorities}
        sx={{ width: 140, m: 0 }}
      />
      {!isMine && !isResolved && (
        <Button variant="contained" onClick={() => void assign()}>
          Assign to me
        </Button>
      )}
      {!isResolved && (
        <Button variant={isMine ? "contained" : "outlined"} onClick={() => setResolving(true)}>
          Resolve
        </Button>
      )}
      <Button variant="outlined" onClick={() => void handToSales()}>
        Hand to sales
      </Button>
      <ResolveDialog ticket={ticket} open={resolving} onClose={() => setResolving(false)} />
    </Box>
  );
}
