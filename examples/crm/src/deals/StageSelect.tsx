import type { ReactElement } from "react";
import type { Deal, Stage } from "../data/records.ts";
import { Choice } from "../layout/Choice.tsx";
import { stages } from "./stages.ts";
import { useMoveDeal } from "./use-move-deal.ts";

export function StageSelect({ deal }: { deal: Deal }): ReactElement {
  const move = useMoveDeal();
  return (
    <Choice
      label="Stage"
      value={deal.stage}
      onChange={(event) => void move(deal, event.target.value as Stage)}
      choices={stages}
      sx={{ width: 160, m: 0 }}
    />
  );
}
