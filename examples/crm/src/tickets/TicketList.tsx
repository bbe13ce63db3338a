import useMediaQuery from "@mui/material/useMediaQuery";
import type { ReactElement } from "react";
import { DataTable, List, ReferenceField, SearchInput, SelectInput, SimpleList } from "react-admin";
import { showMoment } from "../data/day.ts";
import type { Ticket } from "../data/records.ts";
import { PageHeader } from "../layout/PageHeader.tsx";
import { nameOf } from "../session/people.ts";
import { labelFor, priorities, statuses } from "./labels.ts";
import { PriorityChip, StatusChip } from "./TicketChips.tsx";

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <SelectInput key="status" source="status" label="Status" choices={choicesOf(statuses)} alwaysOn />,
  <SelectInput key="priority" source="priority" label="Priority" choices={choicesOf(priorities)} alwaysOn />,
];

export function TicketList(): ReactElement {
  const isPhone = useMediaQuery("(max-width: 600px)");
  return (
    <>
      <PageHeader title="Tickets" />
      <List<Ticket>
        title={false}
        actions={false}
        filters={filters}
        perPage={25}
        sort={{ field: "createdAt", order: "DESC" }}
        empty={false}
      >
        {isPhone ? (
          <SimpleList<Ticket>
            primaryText={({ subject }) => subject}
            secondaryText={({ status, priority }) =>
              `${labelFor(statuses, status)} · ${labelFor(priorities, priority)}`
            }
            rowClick="show"
          />
        ) : (
          <DataTable<Ticket> rowClick="show" bulkActionButtons={false}>
            <DataTable.Col source="subject" />
            <DataTable.Col source="companyId" label="Company">
              <ReferenceField source="companyId" reference="companies" link={false} />
            </DataTable.Col>
            <DataTable.Col source="priority" render={({ priority }) => <PriorityChip priority={priority} />} />
            <DataTable.Col source="status" render={({ status }) => <StatusChip status={status} />} />
            <DataTable.Col
              source="assigneeId"
              label="Who"
              render={({ assigneeId }) => nameOf(assigneeId ?? undefined)}
            />
            <DataTable.Col source="createdAt" label="Received" render={({ createdAt }) => showMoment(createdAt)} />
          </DataTable>
        )}
      </List>
    </>
  );
}

function choicesOf(pairs: readonly (readonly [string, string])[]): { id: string; name: string }[] {
  return pairs.map(([id, name]) => ({ id, name }));
}
