import MuiLink from "@mui/material/Link";
import type { ReactElement } from "react";
import { useGetOne } from "react-admin";
import { Link } from "react-router-dom";
import { showDay } from "../data/day.ts";
import { showMoney } from "../data/money.ts";
import type { Contact, Deal } from "../data/records.ts";
import { Facts } from "../layout/Facts.tsx";

export function DealFacts({ deal }: { deal: Deal }): ReactElement {
  const { data: contact } = useGetOne<Contact>(
    "contacts",
    { id: deal.contactId },
    { enabled: Boolean(deal.contactId) },
  );
  const person = contact && (
    <MuiLink component={Link} to={`/contacts/${contact.id}/show`}>
      {contact.firstName} {contact.lastName}
    </MuiLink>
  );
  return (
    <Facts
      rows={[
        ["Amount", showMoney(deal.amount)],
        ["Probability", `${deal.probability} %`],
        ["Close date", showDay(deal.closeDate)],
        ["Contact", person],
        ["Product line", deal.productLine],
        ["Region", deal.region],
        ["Source", deal.source],
        ["Competitor", deal.competitor],
        ["Payment terms", deal.paymentTerms],
        ["Order number", deal.orderNumber],
      ]}
    />
  );
}
