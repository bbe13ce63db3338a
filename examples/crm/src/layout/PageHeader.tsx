import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactElement, ReactNode } from "react";

interface Props {
  title: string;
  /** What follows the title on a line of its own. */
  about?: ReactNode;
  /** Marks the heading for other scripts, for example `{ "data-deal-title": "" }`. */
  mark?: Record<`data-${string}`, string>;
  children?: ReactNode;
}

/** The page's heading with its buttons; sets the window title too. */
export function PageHeader({ title, about, mark, children }: Props): ReactElement {
  return (
    <Box
      component="header"
      sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 1.5, mb: 2.5, minHeight: 40 }}
    >
      <title>{`${title} · Halden CRM`}</title>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography variant="h1" {...mark}>
          {title}
        </Typography>
        {about && (
          <Typography component="div" variant="body2" sx={{ color: "text.secondary", mt: 0.5 }}>
            {about}
          </Typography>
        )}
      </Box>
      {children && <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>{children}</Box>}
    </Box>
  );
}
