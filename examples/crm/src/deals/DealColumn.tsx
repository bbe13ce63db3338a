import { Droppable } from "@hello-pangea/dnd";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { showShortMoney } from "../data/money.ts";
import type { Deal, Stage } from "../data/records.ts";
import { DealCard } from "./DealCard.tsx";

interface Props {
  stage: Stage;
  label: string;
  deals: Deal[];
}

export function DealColumn({ stage, label, deals }: Props): ReactElement {
  const total = deals.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <Box
      component="section"
      aria-label={label}
      sx={{ display: "flex", flexDirection: "column", scrollSnapAlign: "center" }}
    >
      <Box sx={{ display: "flex", alignItems: "baseline", gap: 0.75, px: 0.5, mb: 1 }}>
        <Typography variant="h2" sx={{ fontSize: "0.9rem" }}>
          {label}
        </Typography>
        <Typography component="span" sx={{ fontSize: "0.8rem", color: "text.secondary" }}>
          {deals.length}
        </Typography>
        <Typography component="span" sx={{ fontSize: "0.8rem", color: "text.secondary", ml: "auto" }}>
          {showShortMoney(total)}
        </Typography>
      </Box>
      <Droppable droppableId={stage}>
        {({ innerRef, droppableProps, placeholder }, { isDraggingOver }) => (
          <Box
            ref={innerRef}
            {...droppableProps}
            sx={{
              flexGrow: 1,
              minHeight: 320,
              p: 0.75,
              borderRadius: 2,
              bgcolor: isDraggingOver ? "action.selected" : "action.hover",
              transition: "background-color 120ms",
            }}
          >
            {deals.map((deal, index) => (
              <DealCard key={deal.id} deal={deal} index={index} />
            ))}
            {placeholder}
          </Box>
        )}
      </Droppable>
    </Box>
  );
}
