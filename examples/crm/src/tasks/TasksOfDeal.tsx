import type { ReactElement } from "react";
import { useAll } from "../data/use-all.ts";
import { TaskRows } from "./TaskRows.tsx";

export function TasksOfDeal({ dealId }: { dealId: number }): ReactElement {
  const tasks = useAll("tasks", { dealId }, { field: "due", order: "ASC" });
  return <TaskRows tasks={tasks.filter(({ doneAt }) => !doneAt)} empty="No task is planned." withDeal={false} />;
}
