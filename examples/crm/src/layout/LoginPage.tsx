import Avatar from "@mui/material/Avatar";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Card from "@mui/material/Card";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { useLogin } from "react-admin";
import { people } from "../session/people.ts";
import { Mark } from "./TopBar.tsx";

export function LoginPage(): ReactElement {
  const login = useLogin();
  return (
    <Box sx={{ minHeight: "100dvh", display: "grid", placeItems: "center", p: 2, bgcolor: "background.default" }}>
      <title>Sign in · Halden CRM</title>
      <Card component="main" sx={{ p: 4, width: "100%", maxWidth: 400 }}>
        <Mark size={40} />
        <Typography variant="h1" sx={{ mt: 2 }}>
          Halden CRM
        </Typography>
        <Typography sx={{ color: "text.secondary", mb: 2 }}>Who is working today?</Typography>
        {people.map((person) => (
          <ButtonBase
            key={person.id}
            onClick={() => login(person)}
            sx={{
              width: "100%",
              justifyContent: "flex-start",
              gap: 1.5,
              p: 1.25,
              mt: 1,
              border: 1,
              borderColor: "divider",
              borderRadius: 2,
              "&:hover, &:focus-visible": { borderColor: "primary.main" },
            }}
          >
            <Avatar sx={{ bgcolor: "primary.main" }}>{person.name.charAt(0)}</Avatar>
            <Box component="span" sx={{ textAlign: "left" }}>
              <Typography component="span" sx={{ display: "block", fontWeight: 600 }}>
                {person.name}
              </Typography>
              <Typography component="span" variant="body2" sx={{ color: "text.secondary" }}>
                {person.title}
              </Typography>
            </Box>
          </ButtonBase>
        ))}
      </Card>
    </Box>
  );
}
