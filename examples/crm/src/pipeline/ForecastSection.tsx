import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { track } from "../analytics.ts";
import { showMoment } from "../data/day.ts";
import { showMoney } from "../data/money.ts";
import { useAll } from "../data/use-all.ts";
import { useSave } from "../data/use-save.ts";
import { isOpen } from "../deals/stages.ts";
import { Section } from "../layout/Section.tsx";
import { nameOf } from "../session/people.ts";
import { getPerson } from "../session/session.ts";

/** The sum of the open deals, each weighted by its probability, and the word of the manager for it. */
export function ForecastSection(): ReactElement {
  const { create, settle } = useSave();
  const open = useAll("deals").filter(isOpen);
  const amount = open.reduce((sum, deal) => sum + (deal.amount * (deal.probability ?? 0)) / 100, 0);
  const [last] = useAll("forecasts", {}, { field: "at", order: "DESC" });
  const confirm = async () => {
    await create("forecasts", { by: getPerson().id, at: new Date().toISOString(), amount });
    track("forecast.confirmed", {});
    settle("Forecast saved");
  };
  return (
    <Section title="Forecast">
      <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 2 }}>
        <Box sx={{ flexGrow: 1 }}>
          <Typography sx={{ fontSize: "1.5rem", fontWeight: 650 }}>{showMoney(amount)}</Typography>
          <Typography data-forecast-state="" sx={{ color: "text.secondary" }}>
            {last ? `Forecast confirmed by ${nameOf(last.by)}, ${showMoment(last.at)}` : "Not confirmed yet"}
          </Typography>
        </Box>
        <Button variant="contained" onClick={() => void confirm()}>
          Confirm forecast
        </Button>
      </Box>
    </Section>
  );
}
