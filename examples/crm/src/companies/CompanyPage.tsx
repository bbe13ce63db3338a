import EditIcon from "@mui/icons-material/EditOutlined";
import Button from "@mui/material/Button";
import Grid from "@mui/material/Grid";
import List from "@mui/material/List";
import ListItemButton from "@mui/material/ListItemButton";
import ListItemText from "@mui/material/ListItemText";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { ShowBase, useRecordContext } from "react-admin";
import { Link } from "react-router-dom";
import { showMoney } from "../data/money.ts";
import type { Company } from "../data/records.ts";
import { useAll } from "../data/use-all.ts";
import { labelOf } from "../deals/stages.ts";
import { Facts } from "../layout/Facts.tsx";
import { PageHeader } from "../layout/PageHeader.tsx";
import { Section } from "../layout/Section.tsx";
import { nameOf } from "../session/people.ts";

export function CompanyPage(): ReactElement {
  return (
    <ShowBase>
      <CompanyBody />
    </ShowBase>
  );
}

function CompanyBody(): ReactElement | null {
  const company = useRecordContext<Company>();
  const filter = { companyId: company?.id ?? 0 };
  const contacts = useAll("contacts", filter).map(({ id, firstName, lastName, title }) => ({
    to: `/contacts/${id}/show`,
    name: `${firstName} ${lastName}`,
    more: title,
  }));
  const deals = useAll("deals", filter).map(({ id, name, stage, amount }) => ({
    to: `/deals/${id}/show`,
    name,
    more: `${labelOf(stage)} · ${showMoney(amount)}`,
  }));
  if (!company) return null;
  const { id, name, industry, city, country, employees, website, ownerId } = company;
  return (
    <>
      <PageHeader title={name} about={industry}>
        <Button component={Link} to={`/companies/${id}`} startIcon={<EditIcon />} aria-label="Edit company">
          Edit
        </Button>
      </PageHeader>
      <Grid container spacing={2}>
        <Grid size={{ xs: 12, md: 5 }}>
          <Section title="Details">
            <Facts
              rows={[
                ["City", city],
                ["Country", country],
                ["Employees", employees],
                ["Website", website],
                ["Owner", nameOf(ownerId)],
              ]}
            />
          </Section>
        </Grid>
        <Grid size={{ xs: 12, md: 7 }}>
          <Stack spacing={2}>
            <Links title="Deals" rows={deals} />
            <Links title="Contacts" rows={contacts} />
          </Stack>
        </Grid>
      </Grid>
    </>
  );
}

function Links({ title, rows }: { title: string; rows: { to: string; name: string; more: string }[] }): ReactElement {
  return (
    <Section title={title}>
      {rows.length === 0 && <Typography sx={{ color: "text.secondary" }}>None yet.</Typography>}
      <List dense disablePadding>
        {rows.map(({ to, name, more }) => (
          <ListItemButton key={to} component={Link} to={to} sx={{ borderRadius: 1.5, mx: -1.5 }}>
            <ListItemText primary={name} secondary={more} />
          </ListItemButton>
        ))}
      </List>
    </Section>
  );
}
