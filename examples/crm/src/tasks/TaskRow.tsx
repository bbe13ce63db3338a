import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import MuiLink from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { useGetOne } from "react-admin";
import { Link } from "react-router-dom";
import { showDue, today } from "../data/day.ts";
import type { Deal, Task } from "../data/records.ts";
import { useTickTask } from "./use-tick-task.ts";

/** One task with its box to tick. */
export function TaskRow({ task, withDeal = true }: { task: Task; withDeal?: boolean }): ReactElement {
  const tick = useTickTask();
  const done = task.doneAt !== null;
  const late = !done && task.due < today();
  return (
    <Box component="li" sx={{ display: "flex", alignItems: "center", gap: 0.5, py: 0.25 }}>
      <Checkbox
        checked={done}
        onChange={() => void tick(task)}
        slotProps={{ input: { "aria-label": `Done: ${task.title}` } }}
        size="small"
        sx={{ ml: -1 }}
      />
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography sx={{ fontSize: "0.9rem", textDecoration: done ? "line-through" : "none" }}>
          {task.title}
        </Typography>
        {withDeal && task.dealId !== undefined && <DealOfTask dealId={task.dealId} />}
      </Box>
      <Typography sx={{ fontSize: "0.8rem", whiteSpace: "nowrap", color: late ? "error.main" : "text.secondary" }}>
        {showDue(task.due)}
      </Typography>
    </Box>
  );
}

function DealOfTask({ dealId }: { dealId: number }): ReactElement | null {
  const { data: deal } = useGetOne<Deal>("deals", { id: dealId });
  if (!deal) return null;
  return (
    <MuiLink component={Link} to={`/deals/${dealId}/show`} sx={{ fontSize: "0.8rem" }}>
      {deal.name}
    </MuiLink>
  );
}
