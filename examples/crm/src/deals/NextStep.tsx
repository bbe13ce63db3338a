import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { showDay, showDue, today } from "../data/day.ts";
import type { Deal } from "../data/records.ts";
import { Section } from "../layout/Section.tsx";

/** What happens next with this deal, and whether the quote is out. */
export function NextStep({ deal }: { deal: Deal }): ReactElement {
  const { nextDate, nextStep, quoteSentAt } = deal;
  const late = nextDate !== null && nextDate < today();
  return (
    <Section title="Next step">
      <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 3, rowGap: 0.5 }}>
        <Typography sx={{ fontWeight: 600 }}>{nextStep ?? "Nothing agreed yet"}</Typography>
        {nextDate && (
          <Typography sx={{ color: late ? "error.main" : "text.secondary" }}>{showDue(nextDate)}</Typography>
        )}
        <Typography sx={{ color: "text.secondary", ml: { sm: "auto" } }}>
          {quoteSentAt ? `Quote sent ${showDay(quoteSentAt)}` : "No quote yet"}
        </Typography>
      </Box>
    </Section>
  );
}
