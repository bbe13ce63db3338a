import type { ReactElement } from "react";
import { AutocompleteInput, ReferenceInput, required, SelectInput, TextInput } from "react-admin";
import { track } from "../analytics.ts";
import { Cell, RecordForm } from "../layout/RecordForm.tsx";

const languages = ["English", "German", "Dutch", "Danish", "Italian"].map((name) => ({ id: name, name }));

export function ContactForm({ mode }: { mode: "create" | "edit" }): ReactElement {
  const isNew = mode === "create";
  return (
    <RecordForm
      resource="contacts"
      mode={mode}
      title={isNew ? "New contact" : "Edit contact"}
      submit={isNew ? "Create contact" : "Save contact"}
      onSaved={({ id }) => isNew && track("contact.created", { contactId: String(id) })}
    >
      <Cell>
        <TextInput source="firstName" label="First name" validate={required()} />
      </Cell>
      <Cell>
        <TextInput source="lastName" label="Last name" validate={required()} />
      </Cell>
      <Cell>
        <ReferenceInput source="companyId" reference="companies" perPage={200}>
          <AutocompleteInput label="Company" validate={required()} />
        </ReferenceInput>
      </Cell>
      <Cell>
        <TextInput source="title" label="Job title" />
      </Cell>
      <Cell>
        <TextInput source="email" label="Email" type="email" />
      </Cell>
      <Cell>
        <TextInput source="phone" label="Phone" type="tel" />
      </Cell>
      <Cell>
        <SelectInput source="language" label="Language" choices={languages} />
      </Cell>
    </RecordForm>
  );
}
