import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import { type ReactElement, useState } from "react";
import { Choice } from "../layout/Choice.tsx";
import { PageHeader } from "../layout/PageHeader.tsx";
import { Section } from "../layout/Section.tsx";
import { nameOf, salesTeam } from "../session/people.ts";
import { CoachingDialog } from "./CoachingDialog.tsx";
import { DriftingTable } from "./DriftingTable.tsx";
import { ForecastSection } from "./ForecastSection.tsx";
import { useDrifting } from "./use-drifting.ts";

export function PipelinePage(): ReactElement {
  const [owner, setOwner] = useState("");
  const [coached, setCoached] = useState<number | "any">();
  const deals = useDrifting().filter(({ ownerId }) => !owner || ownerId === owner);
  return (
    <>
      <PageHeader
        title="Pipeline review"
        about="Open deals for which nothing is planned, and the forecast of the week."
      >
        <Choice
          label="Owner"
          name="owner"
          value={owner}
          onChange={(event) => setOwner(event.target.value)}
          choices={[["", "Everyone"], ...salesTeam.map((id) => [id, nameOf(id)] as const)]}
          sx={{ width: 160, m: 0 }}
        />
        <Button variant="contained" onClick={() => setCoached("any")} disabled={deals.length === 0}>
          Leave a coaching note
        </Button>
      </PageHeader>
      <Stack spacing={2}>
        <Section title="Deals without a next date">
          <DriftingTable deals={deals} onCoach={({ id }) => setCoached(id)} />
        </Section>
        <ForecastSection />
      </Stack>
      <CoachingDialog deals={deals} chosen={coached} onClose={() => setCoached(undefined)} />
    </>
  );
}
