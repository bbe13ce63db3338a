import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import type { Task } from "../data/records.ts";
import { TaskRow } from "./TaskRow.tsx";

interface Props {
  tasks: Task[];
  empty: string;
  withDeal?: boolean;
}

export function TaskRows({ tasks, empty, withDeal }: Props): ReactElement {
  if (tasks.length === 0) return <Typography sx={{ color: "text.secondary" }}>{empty}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} withDeal={withDeal} />
      ))}
    </Box>
  );
}
