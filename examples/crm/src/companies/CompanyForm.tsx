import type { ReactElement } from "react";
import { NumberInput, required, TextInput } from "react-admin";
import { track } from "../analytics.ts";
import { Cell, RecordForm } from "../layout/RecordForm.tsx";
import { getPerson } from "../session/session.ts";

export function CompanyForm({ mode }: { mode: "create" | "edit" }): ReactElement {
  const isNew = mode === "create";
  return (
    <RecordForm
      resource="companies"
      mode={mode}
      title={isNew ? "New company" : "Edit company"}
      submit={isNew ? "Create company" : "Save company"}
      defaults={isNew ? { ownerId: getPerson().id } : undefined}
      onSaved={({ id }) => isNew && track("company.created", { companyId: String(id) })}
    >
      <Cell wide>
        <TextInput source="name" label="Company name" validate={required()} />
      </Cell>
      <Cell>
        <TextInput source="industry" label="Industry" />
      </Cell>
      <Cell>
        <NumberInput source="employees" label="Employees" min={1} />
      </Cell>
      <Cell>
        <TextInput source="city" label="City" />
      </Cell>
      <Cell>
        <TextInput source="country" label="Country" />
      </Cell>
      <Cell wide>
        <TextInput source="website" label="Website" />
      </Cell>
    </RecordForm>
  );
}
