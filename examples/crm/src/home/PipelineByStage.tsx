import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { showMoney } from "../data/money.ts";
import { useAll } from "../data/use-all.ts";
import { labelOf, openStages } from "../deals/stages.ts";

export function PipelineByStage({ ownerId }: { ownerId?: string }): ReactElement {
  const deals = useAll("deals", ownerId ? { ownerId } : {});
  const rows = openStages.map((stage) => {
    const inStage = deals.filter((deal) => deal.stage === stage);
    return { stage, count: inStage.length, amount: inStage.reduce((sum, { amount }) => sum + amount, 0) };
  });
  const largest = Math.max(1, ...rows.map(({ amount }) => amount));
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1.5 }}>
      {rows.map(({ stage, count, amount }) => (
        <li key={stage}>
          <Box sx={{ display: "flex", justifyContent: "space-between", fontSize: "0.875rem" }}>
            <span>
              {labelOf(stage)}{" "}
              <Typography component="span" sx={{ fontSize: "0.8rem", color: "text.secondary" }}>
                {count}
              </Typography>
            </span>
            <b>{showMoney(amount)}</b>
          </Box>
          <Box sx={{ mt: 0.5, height: 8, borderRadius: 4, bgcolor: "action.hover" }}>
            <Box sx={{ height: 1, borderRadius: 4, bgcolor: "primary.main", width: `${(amount / largest) * 100}%` }} />
          </Box>
        </li>
      ))}
    </Box>
  );
}
