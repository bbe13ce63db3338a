import AddTaskIcon from "@mui/icons-material/AddTask";
import CallIcon from "@mui/icons-material/CallOutlined";
import DescriptionIcon from "@mui/icons-material/DescriptionOutlined";
import NoteAddIcon from "@mui/icons-material/NoteAddOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { type ReactElement, useState } from "react";
import { AddNoteDialog } from "../activity/AddNoteDialog.tsx";
import type { Deal } from "../data/records.ts";
import { NewTaskDialog } from "../tasks/NewTaskDialog.tsx";
import { LogCallDialog } from "./LogCallDialog.tsx";
import { SendQuoteDialog } from "./SendQuoteDialog.tsx";

type Act = "call" | "note" | "task" | "quote";

const acts: readonly (readonly [act: Act, label: string, icon: ReactElement])[] = [
  ["call", "Log call", <CallIcon key="call" />],
  ["note", "Add note", <NoteAddIcon key="note" />],
  ["task", "New task", <AddTaskIcon key="task" />],
  ["quote", "Send quote", <DescriptionIcon key="quote" />],
];

/** What one does with a deal, each with its dialog. */
export function DealActions({ deal }: { deal: Deal }): ReactElement {
  const [open, setOpen] = useState<Act>();
  const close = () => setOpen(undefined);
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mb: 2 }}>
      {acts.map(([act, label, icon]) => (
        <Button
          key={act}
          variant={act === "call" ? "contained" : "outlined"}
          startIcon={icon}
          onClick={() => setOpen(act)}
        >
          {label}
        </Button>
      ))}
      <LogCallDialog deal={deal} open={open === "call"} onClose={close} />
      <AddNoteDialog about={{ dealId: deal.id }} open={open === "note"} onClose={close} />
      <NewTaskDialog deal={deal} open={open === "task"} onClose={close} />
      <SendQuoteDialog deal={deal} open={open === "quote"} onClose={close} />
    </Box>
  );
}
