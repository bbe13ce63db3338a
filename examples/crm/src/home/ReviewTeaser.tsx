import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { Link } from "react-router-dom";
import { useDrifting } from "../pipeline/use-drifting.ts";

export function ReviewTeaser(): ReactElement {
  const { length } = useDrifting();
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 2 }}>
      <Typography sx={{ flexGrow: 1 }}>
        {length === 0 ? "Every open deal has a next date." : `${length} open deals have no next date.`}
      </Typography>
      <Button component={Link} to="/pipeline" variant="outlined">
        Open the review
      </Button>
    </Box>
  );
}
