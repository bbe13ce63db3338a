import SwapHorizIcon from "@mui/icons-material/SwapHoriz";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { type ReactElement, useState } from "react";
import type { Deal, Stage } from "../data/records.ts";
import { stages } from "./stages.ts";
import { useMoveDeal } from "./use-move-deal.ts";

/** The way to move a card without dragging it. */
export function MoveMenu({ deal }: { deal: Deal }): ReactElement {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const move = useMoveDeal();
  const choose = (stage: Stage) => {
    setAnchor(null);
    void move(deal, stage);
  };
  return (
    <>
      <IconButton
        size="small"
        aria-label={`Move ${deal.name}`}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ m: -0.5 }}
      >
        <SwapHorizIcon fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {stages.map(([stage, label]) => (
          <MenuItem key={stage} disabled={stage === deal.stage} onClick={() => choose(stage)}>
            Move to {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
