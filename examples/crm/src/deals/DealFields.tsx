import type { ReactElement } from "react";
import {
  AutocompleteInput,
  DateInput,
  NumberInput,
  ReferenceInput,
  required,
  SelectInput,
  TextInput,
} from "react-admin";
import { Cell } from "../layout/RecordForm.tsx";
import { nameOf, salesTeam } from "../session/people.ts";
import { getPerson } from "../session/session.ts";
import { stages } from "./stages.ts";

/** All a deal can say about itself: more than one step of the work ever needs. */
export function DealFields(): ReactElement {
  return (
    <>
      <Cell wide>
        <TextInput source="name" label="Deal name" validate={required()} />
      </Cell>
      <Cell>
        <ReferenceInput source="companyId" reference="companies" perPage={200}>
          <AutocompleteInput label="Company" validate={required()} />
        </ReferenceInput>
      </Cell>
      <Cell>
        <ReferenceInput source="contactId" reference="contacts" perPage={200}>
          <AutocompleteInput label="Contact" />
        </ReferenceInput>
      </Cell>
      <Cell>
        <NumberInput source="amount" label="Amount in euros" min={0} validate={required()} />
      </Cell>
      <Cell>
        <DateInput source="closeDate" label="Close date" validate={required()} />
      </Cell>
      <Pick source="stage" label="Stage" choices={stages} />
      <Pick source="ownerId" label="Owner" choices={owners()} />
      <Cell>
        <NumberInput source="probability" label="Probability in %" min={0} max={100} />
      </Cell>
      <Pick
        source="source"
        label="Source"
        choices={same("Referral", "Website", "Trade fair", "Partner", "Existing customer")}
      />
      <Pick
        source="productLine"
        label="Product line"
        choices={same("Scanners", "Labels", "Software", "Service plan")}
      />
      <Pick source="region" label="Region" choices={same("North", "West", "South")} />
      <Cell>
        <TextInput source="competitor" label="Competitor" />
      </Cell>
      <Cell>
        <TextInput source="decisionMaker" label="Who decides" />
      </Cell>
      <Pick source="paymentTerms" label="Payment terms" choices={same("14 days net", "30 days net", "60 days net")} />
      <Cell>
        <NumberInput source="discount" label="Discount in %" min={0} max={40} />
      </Cell>
      <Cell>
        <TextInput source="orderNumber" label="Order number" />
      </Cell>
      <Cell>
        <DateInput source="nextDate" label="Next date" />
      </Cell>
      <Cell wide>
        <TextInput source="description" label="Description" multiline minRows={2} />
      </Cell>
    </>
  );
}

type Choices = readonly (readonly [value: string, label: string])[];

function Pick({ source, label, choices }: { source: string; label: string; choices: Choices }): ReactElement {
  return (
    <Cell>
      <SelectInput source={source} label={label} choices={choices.map(([id, name]) => ({ id, name }))} />
    </Cell>
  );
}

function same(...labels: string[]): Choices {
  return labels.map((label) => [label, label]);
}

function owners(): Choices {
  const ids = new Set([...salesTeam, getPerson().id]);
  return [...ids].map((id) => [id, nameOf(id)]);
}
