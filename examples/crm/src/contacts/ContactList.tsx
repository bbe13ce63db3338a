import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import useMediaQuery from "@mui/material/useMediaQuery";
import type { ReactElement } from "react";
import { DataTable, List, ReferenceField, ReferenceInput, SearchInput, SelectInput, SimpleList } from "react-admin";
import { Link } from "react-router-dom";
import type { Contact } from "../data/records.ts";
import { PageHeader } from "../layout/PageHeader.tsx";

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <ReferenceInput key="company" source="companyId" reference="companies" perPage={200} alwaysOn>
    <SelectInput label="Company" />
  </ReferenceInput>,
];

export function ContactList(): ReactElement {
  const isPhone = useMediaQuery("(max-width: 600px)");
  return (
    <>
      <PageHeader title="Contacts">
        <Button component={Link} to="/contacts/create" variant="contained" startIcon={<AddIcon />}>
          New contact
        </Button>
      </PageHeader>
      <List<Contact>
        title={false}
        actions={false}
        filters={filters}
        perPage={25}
        sort={{ field: "lastName", order: "ASC" }}
        empty={false}
      >
        {isPhone ? (
          <SimpleList<Contact>
            primaryText={({ firstName, lastName }) => `${firstName} ${lastName}`}
            secondaryText={({ title }) => title}
            rowClick="show"
          />
        ) : (
          <DataTable rowClick="show" bulkActionButtons={false}>
            <DataTable.Col
              source="lastName"
              label="Name"
              render={({ firstName, lastName }) => `${firstName} ${lastName}`}
            />
            <DataTable.Col source="title" label="Job title" />
            <DataTable.Col source="companyId" label="Company">
              <ReferenceField source="companyId" reference="companies" link={false} />
            </DataTable.Col>
            <DataTable.Col source="email" />
            <DataTable.Col source="phone" disableSort />
          </DataTable>
        )}
      </List>
    </>
  );
}
