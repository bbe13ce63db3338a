import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { type ReactElement, useState } from "react";
import { today } from "../data/day.ts";
import type { Task } from "../data/records.ts";
import { useAll } from "../data/use-all.ts";
import { PageHeader } from "../layout/PageHeader.tsx";
import { Section } from "../layout/Section.tsx";
import { getPerson } from "../session/session.ts";
import { NewTaskDialog } from "./NewTaskDialog.tsx";
import { TaskRows } from "./TaskRows.tsx";

type When = "all" | "overdue" | "today" | "later" | "done";

const filters: Record<When, { label: string; keeps: (task: Task) => boolean }> = {
  all: { label: "All open", keeps: ({ doneAt }) => !doneAt },
  overdue: { label: "Overdue", keeps: ({ doneAt, due }) => !doneAt && due < today() },
  today: { label: "Today", keeps: ({ doneAt, due }) => !doneAt && due === today() },
  later: { label: "Later", keeps: ({ doneAt, due }) => !doneAt && due > today() },
  done: { label: "Done", keeps: ({ doneAt }) => Boolean(doneAt) },
};

export function TaskPage(): ReactElement {
  const [when, setWhen] = useState<When>("all");
  const [planning, setPlanning] = useState(false);
  const tasks = useAll("tasks", { ownerId: getPerson().id }, { field: "due", order: "ASC" });
  return (
    <>
      <PageHeader title="Tasks">
        <Button variant="contained" startIcon={<AddIcon />} onClick={() => setPlanning(true)}>
          New task
        </Button>
      </PageHeader>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={when}
        onChange={(_event, chosen: When | null) => setWhen(chosen ?? "all")}
        aria-label="Which tasks"
        sx={{ mb: 2, flexWrap: "wrap" }}
      >
        {Object.entries(filters).map(([id, { label, keeps }]) => (
          <ToggleButton key={id} value={id} sx={{ px: 1.5 }}>
            {`${label} ${tasks.filter(keeps).length}`}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Section title={filters[when].label}>
        <TaskRows tasks={tasks.filter(filters[when].keeps)} empty="Nothing here." />
      </Section>
      <NewTaskDialog open={planning} onClose={() => setPlanning(false)} />
    </>
  );
}
