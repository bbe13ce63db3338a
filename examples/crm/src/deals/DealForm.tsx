import type { ReactElement } from "react";
import { track } from "../analytics.ts";
import { dayFromNow } from "../data/day.ts";
import { RecordForm } from "../layout/RecordForm.tsx";
import { getPerson } from "../session/session.ts";
import { DealFields } from "./DealFields.tsx";

export function CreateDeal(): ReactElement {
  const defaults = {
    ownerId: getPerson().id,
    stage: "lead",
    probability: 10,
    closeDate: dayFromNow(45),
    paymentTerms: "30 days net",
    rank: -Date.now(),
    nextDate: null,
    nextStep: null,
    quoteSentAt: null,
  };
  return (
    <RecordForm
      resource="deals"
      mode="create"
      title="New deal"
      submit="Create deal"
      defaults={defaults}
      onSaved={({ id }) => track("deal.created", { dealId: String(id) })}
    >
      <DealFields />
    </RecordForm>
  );
}

export function EditDeal(): ReactElement {
  return (
    <RecordForm resource="deals" mode="edit" title="Edit deal" submit="Save deal">
      <DealFields />
    </RecordForm>
  );
}
