import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import useMediaQuery from "@mui/material/useMediaQuery";
import type { ReactElement } from "react";
import { DataTable, List, SearchInput, SimpleList } from "react-admin";
import { Link } from "react-router-dom";
import type { Company } from "../data/records.ts";
import { PageHeader } from "../layout/PageHeader.tsx";
import { nameOf } from "../session/people.ts";

const filters = [<SearchInput key="q" source="q" alwaysOn />];

export function CompanyList(): ReactElement {
  const isPhone = useMediaQuery("(max-width: 600px)");
  return (
    <>
      <PageHeader title="Companies">
        <Button component={Link} to="/companies/create" variant="contained" startIcon={<AddIcon />}>
          New company
        </Button>
      </PageHeader>
      <List<Company>
        title={false}
        actions={false}
        filters={filters}
        perPage={25}
        sort={{ field: "name", order: "ASC" }}
        empty={false}
      >
        {isPhone ? (
          <SimpleList<Company> primaryText={({ name }) => name} secondaryText={({ city }) => city} rowClick="show" />
        ) : (
          <DataTable rowClick="show" bulkActionButtons={false}>
            <DataTable.Col source="name" />
            <DataTable.Col source="industry" />
            <DataTable.Col source="city" />
            <DataTable.Col source="country" />
            <DataTable.NumberCol source="employees" />
            <DataTable.Col source="ownerId" label="Owner" render={({ ownerId }) => nameOf(ownerId)} />
          </DataTable>
        )}
      </List>
    </>
  );
}
