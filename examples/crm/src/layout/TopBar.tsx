import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { AppBar, Logout, UserMenu } from "react-admin";

export function TopBar(): ReactElement {
  return (
    <AppBar
      color="inherit"
      elevation={0}
      userMenu={
        <UserMenu>
          <Logout />
        </UserMenu>
      }
      sx={{ borderBottom: 1, borderColor: "divider", bgcolor: "background.paper", backgroundImage: "none" }}
    >
      <Brand />
    </AppBar>
  );
}

function Brand(): ReactElement {
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1, flexGrow: 1, minWidth: 0 }}>
      <Mark />
      <Typography component="span" noWrap sx={{ fontWeight: 700, letterSpacing: "-0.01em" }}>
        Halden CRM
      </Typography>
    </Box>
  );
}

/** The product's sign: an H in a rounded square. */
export function Mark({ size = 24 }: { size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <rect width="16" height="16" rx="4" fill="#1c4a7d" />
      <path d="M4.5 4v8M11.5 4v8M4.5 8h7" stroke="#fff" strokeWidth="2" fill="none" />
    </svg>
  );
}
