import { Draggable } from "@hello-pangea/dnd";
import Avatar from "@mui/material/Avatar";
import Box from "@mui/material/Box";
import Card from "@mui/material/Card";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { useGetOne } from "react-admin";
import { Link } from "react-router-dom";
import { showDue, today } from "../data/day.ts";
import { showMoney } from "../data/money.ts";
import type { Company, Deal } from "../data/records.ts";
import { nameOf } from "../session/people.ts";
import { MoveMenu } from "./MoveMenu.tsx";
import { isOpen } from "./stages.ts";

export function DealCard({ deal, index }: { deal: Deal; index: number }): ReactElement {
  const { data: company } = useGetOne<Company>("companies", { id: deal.companyId });
  return (
    <Draggable draggableId={String(deal.id)} index={index}>
      {({ innerRef, draggableProps, dragHandleProps }, { isDragging }) => (
        <Card
          ref={innerRef}
          {...draggableProps}
          {...dragHandleProps}
          role="group"
          aria-roledescription="deal card"
          aria-label={deal.name}
          sx={{ p: 1.25, mb: 0.75, boxShadow: isDragging ? 6 : 0 }}
        >
          <Box sx={{ display: "flex", alignItems: "flex-start", gap: 0.5 }}>
            <Typography
              component={Link}
              to={`/deals/${deal.id}/show`}
              sx={{
                flexGrow: 1,
                fontSize: "0.875rem",
                fontWeight: 600,
                lineHeight: 1.3,
                color: "inherit",
                textDecoration: "none",
              }}
            >
              {deal.name}
            </Typography>
            <MoveMenu deal={deal} />
          </Box>
          <Typography sx={{ fontSize: "0.8rem", color: "text.secondary", mt: 0.25 }}>{company?.name}</Typography>
          {isOpen(deal) && <NextDate nextDate={deal.nextDate} />}
          <Box sx={{ display: "flex", alignItems: "center", mt: 0.5 }}>
            <Typography sx={{ fontSize: "0.85rem", fontWeight: 600 }}>{showMoney(deal.amount)}</Typography>
            <Avatar title={nameOf(deal.ownerId)} sx={{ width: 22, height: 22, fontSize: "0.7rem", ml: "auto" }}>
              {nameOf(deal.ownerId).charAt(0)}
            </Avatar>
          </Box>
        </Card>
      )}
    </Draggable>
  );
}

function NextDate({ nextDate }: { nextDate: string | null }): ReactElement {
  const late = nextDate !== null && nextDate < today();
  return (
    <Typography sx={{ fontSize: "0.75rem", color: late ? "error.main" : "text.secondary" }}>
      {nextDate ? `Next: ${showDue(nextDate)}` : "No next date"}
    </Typography>
  );
}
