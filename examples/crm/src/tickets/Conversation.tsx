import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { showMoment } from "../data/day.ts";
import { useAll } from "../data/use-all.ts";

export function Conversation({ ticketId }: { ticketId: number }): ReactElement {
  const messages = useAll("messages", { ticketId }, { field: "at", order: "ASC" });
  return (
    <Box component="ol" aria-label="Messages" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1.5 }}>
      {messages.map(({ id, from, author, at, text }) => (
        <Box
          component="li"
          key={id}
          sx={{
            maxWidth: "85%",
            justifySelf: from === "us" ? "end" : "start",
            p: 1.5,
            borderRadius: 2,
            bgcolor: from === "us" ? "action.selected" : "action.hover",
          }}
        >
          <Typography sx={{ fontSize: "0.8rem", color: "text.secondary" }}>
            <b>{author}</b>
            {` · ${showMoment(at)}`}
          </Typography>
          <Typography sx={{ fontSize: "0.9rem", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</Typography>
        </Box>
      ))}
    </Box>
  );
}
