import Grid from "@mui/material/Grid";
import type { ReactElement } from "react";
import { PageHeader } from "../layout/PageHeader.tsx";
import { Section } from "../layout/Section.tsx";
import { getPerson } from "../session/session.ts";
import { OpenTickets } from "./OpenTickets.tsx";
import { PipelineByStage } from "./PipelineByStage.tsx";
import { ReviewTeaser } from "./ReviewTeaser.tsx";
import { TodayTasks } from "./TodayTasks.tsx";

/** What today is about, by the kind of work. */
export function HomePage(): ReactElement {
  const { name, role } = getPerson();
  const date = new Date().toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
  return (
    <>
      <PageHeader title={`Good day, ${name.split(" ")[0]}`} about={date} />
      <Grid container spacing={2}>
        <Grid size={{ xs: 12, md: 6 }}>
          <Section title="Today's tasks">
            <TodayTasks />
          </Section>
        </Grid>
        <Grid size={{ xs: 12, md: 6 }}>
          {role === "support-agent" ? (
            <Section title="Open tickets">
              <OpenTickets />
            </Section>
          ) : (
            <Section title="Open pipeline">
              <PipelineByStage ownerId={role === "sales-rep" ? getPerson().id : undefined} />
            </Section>
          )}
        </Grid>
        {role === "sales-manager" && (
          <Grid size={12}>
            <Section title="Pipeline review">
              <ReviewTeaser />
            </Section>
          </Grid>
        )}
      </Grid>
    </>
  );
}
