import Box from "@mui/material/Box";
import type { ReactElement, ReactNode } from "react";

/** Labels and values of a record, two columns where there is room. */
export function Facts({ rows }: { rows: [label: string, value: ReactNode][] }): ReactElement {
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(150px, 1fr))", gap: 2 }}
    >
      {rows.map(([label, value]) => (
        <div key={label}>
          <Box component="dt" sx={{ fontSize: "0.75rem", color: "text.secondary" }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, fontSize: "0.9rem", overflowWrap: "anywhere" }}>
            {value || "None"}
          </Box>
        </div>
      ))}
    </Box>
  );
}
