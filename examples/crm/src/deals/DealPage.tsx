import EditIcon from "@mui/icons-material/EditOutlined";
import Button from "@mui/material/Button";
import Grid from "@mui/material/Grid";
import MuiLink from "@mui/material/Link";
import Stack from "@mui/material/Stack";
import type { ReactElement } from "react";
import { ShowBase, useGetOne, useRecordContext } from "react-admin";
import { Link } from "react-router-dom";
import { Timeline } from "../activity/Timeline.tsx";
import type { Company, Deal } from "../data/records.ts";
import { PageHeader } from "../layout/PageHeader.tsx";
import { Section } from "../layout/Section.tsx";
import { nameOf } from "../session/people.ts";
import { TasksOfDeal } from "../tasks/TasksOfDeal.tsx";
import { DealActions } from "./DealActions.tsx";
import { DealFacts } from "./DealFacts.tsx";
import { DealWay } from "./DealWay.tsx";
import { NextStep } from "./NextStep.tsx";
import { StageSelect } from "./StageSelect.tsx";

export function DealPage(): ReactElement {
  return (
    <ShowBase>
      <DealBody />
    </ShowBase>
  );
}

function DealBody(): ReactElement | null {
  const deal = useRecordContext<Deal>();
  const { data: company } = useGetOne<Company>("companies", { id: deal?.companyId ?? 0 }, { enabled: Boolean(deal) });
  if (!deal) return null;
  const about = (
    <>
      <MuiLink component={Link} to={`/companies/${deal.companyId}/show`}>
        {company?.name}
      </MuiLink>
      {` · ${nameOf(deal.ownerId)}`}
    </>
  );
  return (
    <>
      <PageHeader title={deal.name} about={about} mark={{ "data-deal-title": "" }}>
        <StageSelect deal={deal} />
        <Button component={Link} to={`/deals/${deal.id}`} startIcon={<EditIcon />} aria-label="Edit deal">
          Edit
        </Button>
      </PageHeader>
      <DealWay />
      <DealActions deal={deal} />
      <Grid container spacing={2}>
        <Grid size={{ xs: 12, md: 7 }}>
          <Stack spacing={2}>
            <NextStep deal={deal} />
            <Section title="Timeline">
              <Timeline about={{ dealId: deal.id }} />
            </Section>
          </Stack>
        </Grid>
        <Grid size={{ xs: 12, md: 5 }}>
          <Stack spacing={2}>
            <Section title="Details">
              <DealFacts deal={deal} />
            </Section>
            <Section title="Open tasks">
              <TasksOfDeal dealId={deal.id} />
            </Section>
          </Stack>
        </Grid>
      </Grid>
    </>
  );
}
