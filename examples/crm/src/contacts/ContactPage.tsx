import EditIcon from "@mui/icons-material/EditOutlined";
import NoteAddIcon from "@mui/icons-material/NoteAddOutlined";
import Button from "@mui/material/Button";
import Grid from "@mui/material/Grid";
import MuiLink from "@mui/material/Link";
import { type ReactElement, useState } from "react";
import { ReferenceField, ShowBase, useRecordContext } from "react-admin";
import { Link } from "react-router-dom";
import { AddNoteDialog } from "../activity/AddNoteDialog.tsx";
import { Timeline } from "../activity/Timeline.tsx";
import type { Contact } from "../data/records.ts";
import { Facts } from "../layout/Facts.tsx";
import { PageHeader } from "../layout/PageHeader.tsx";
import { Section } from "../layout/Section.tsx";

export function ContactPage(): ReactElement {
  return (
    <ShowBase>
      <ContactBody />
    </ShowBase>
  );
}

function ContactBody(): ReactElement | null {
  const contact = useRecordContext<Contact>();
  const [writing, setWriting] = useState(false);
  if (!contact) return null;
  const { id, firstName, lastName, title, email, phone, language } = contact;
  return (
    <>
      <PageHeader title={`${firstName} ${lastName}`} about={title} mark={{ "data-contact-title": "" }}>
        <Button variant="contained" startIcon={<NoteAddIcon />} onClick={() => setWriting(true)}>
          Add note
        </Button>
        <Button component={Link} to={`/contacts/${id}`} startIcon={<EditIcon />} aria-label="Edit contact">
          Edit
        </Button>
      </PageHeader>
      <Grid container spacing={2}>
        <Grid size={{ xs: 12, md: 5 }}>
          <Section title="Details">
            <Facts
              rows={[
                ["Company", <ReferenceField key="company" source="companyId" reference="companies" link="show" />],
                ["Email", email && <MuiLink href={`mailto:${email}`}>{email}</MuiLink>],
                ["Phone", phone],
                ["Language", language],
              ]}
            />
          </Section>
        </Grid>
        <Grid size={{ xs: 12, md: 7 }}>
          <Section title="Notes">
            <Timeline about={{ contactId: id }} />
          </Section>
        </Grid>
      </Grid>
      <AddNoteDialog about={{ contactId: id }} open={writing} onClose={() => setWriting(false)} />
    </>
  );
}
