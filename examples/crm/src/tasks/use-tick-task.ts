import { track } from "../analytics.ts";
import type { Task } from "../data/records.ts";
import { useSave } from "../data/use-save.ts";

/** Completes a task, or opens it again. */
export function useTickTask(): (task: Task) => Promise<void> {
  const { update, settle } = useSave();
  return async ({ id, dealId, doneAt }) => {
    await update("tasks", id, { doneAt: doneAt ? null : new Date().toISOString() });
    if (doneAt) return settle("Task is open again");
    track("task.completed", { taskId: String(id), ...(dealId === undefined ? {} : { dealId: String(dealId) }) });
    settle("Task done");
  };
}
