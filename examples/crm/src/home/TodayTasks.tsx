import type { ReactElement } from "react";
import { today } from "../data/day.ts";
import { useAll } from "../data/use-all.ts";
import { getPerson } from "../session/session.ts";
import { TaskRows } from "../tasks/TaskRows.tsx";

export function TodayTasks(): ReactElement {
  const tasks = useAll("tasks", { ownerId: getPerson().id }, { field: "due", order: "ASC" });
  return (
    <TaskRows tasks={tasks.filter(({ doneAt, due }) => !doneAt && due <= today())} empty="Nothing is due today." />
  );
}
