import Grid from "@mui/material/Grid";
import Stack from "@mui/material/Stack";
import type { ReactElement } from "react";
import { ReferenceField, ShowBase, useRecordContext } from "react-admin";
import { showMoment } from "../data/day.ts";
import type { Ticket } from "../data/records.ts";
import { Facts } from "../layout/Facts.tsx";
import { PageHeader } from "../layout/PageHeader.tsx";
import { Section } from "../layout/Section.tsx";
import { nameOf } from "../session/people.ts";
import { Conversation } from "./Conversation.tsx";
import { ReplyBox } from "./ReplyBox.tsx";
import { TicketActions } from "./TicketActions.tsx";
import { StatusChip } from "./TicketChips.tsx";

export function TicketPage(): ReactElement {
  return (
    <ShowBase>
      <TicketBody />
    </ShowBase>
  );
}

function TicketBody(): ReactElement | null {
  const ticket = useRecordContext<Ticket>();
  if (!ticket) return null;
  const { id, subject, status, assigneeId, product, createdAt, cause, solution } = ticket;
  return (
    <>
      <PageHeader
        title={subject}
        about={
          <>
            Ticket {id} · <StatusChip status={status} />
          </>
        }
        mark={{ "data-ticket-title": "" }}
      />
      <TicketActions ticket={ticket} />
      <Grid container spacing={2}>
        <Grid size={{ xs: 12, md: 8 }}>
          <Stack spacing={2}>
            <Section title="Conversation">
              <Conversation ticketId={id} />
            </Section>
            {status !== "resolved" && <ReplyBox ticket={ticket} />}
          </Stack>
        </Grid>
        <Grid size={{ xs: 12, md: 4 }}>
          <Section title="Details">
            <Facts
              rows={[
                ["Company", <ReferenceField key="company" source="companyId" reference="companies" link="show" />],
                ["Contact", <ReferenceField key="contact" source="contactId" reference="contacts" link="show" />],
                ["Product", product],
                ["Assigned to", nameOf(assigneeId ?? undefined)],
                ["Received", showMoment(createdAt)],
                ...(cause ? ([["Cause", cause]] as [string, string][]) : []),
                ...(solution ? ([["Solution", solution]] as [string, string][]) : []),
              ]}
            />
          </Section>
        </Grid>
      </Grid>
    </>
  );
}
