import Box from "@mui/material/Box";
import MuiLink from "@mui/material/Link";
import type { ReactElement } from "react";
import { Link } from "react-router-dom";
import { useAll } from "../data/use-all.ts";
import { priorities } from "../tickets/labels.ts";
import { PriorityChip } from "../tickets/TicketChips.tsx";

export function OpenTickets(): ReactElement {
  const tickets = useAll("tickets", { status: "open" });
  const order = priorities.map(([priority]) => priority).reverse();
  const sorted = tickets.toSorted((a, b) => order.indexOf(a.priority) - order.indexOf(b.priority));
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1 }}>
      {sorted.map(({ id, subject, priority }) => (
        <Box component="li" key={id} sx={{ display: "flex", justifyContent: "space-between", gap: 1 }}>
          <MuiLink component={Link} to={`/tickets/${id}/show`} sx={{ fontSize: "0.9rem" }}>
            {subject}
          </MuiLink>
          <PriorityChip priority={priority} />
        </Box>
      ))}
    </Box>
  );
}
