import Chip, { type ChipProps } from "@mui/material/Chip";
import type { ReactElement } from "react";
import type { Priority, TicketStatus } from "../data/records.ts";
import { labelFor, priorities, statuses } from "./labels.ts";

const priorityColors: Record<Priority, ChipProps["color"]> = {
  low: "default",
  normal: "default",
  high: "warning",
  urgent: "error",
};

export function PriorityChip({ priority }: { priority: Priority }): ReactElement {
  return (
    <Chip size="small" variant="outlined" color={priorityColors[priority]} label={labelFor(priorities, priority)} />
  );
}

const statusColors: Record<TicketStatus, ChipProps["color"]> = {
  open: "primary",
  waiting: "default",
  resolved: "success",
};

export function StatusChip({ status }: { status: TicketStatus }): ReactElement {
  return <Chip size="small" color={statusColors[status]} label={labelFor(statuses, status)} />;
}
