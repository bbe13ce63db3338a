import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { showMoment } from "../data/day.ts";
import type { Activity, ActivityKind } from "../data/records.ts";
import { useAll } from "../data/use-all.ts";
import { nameOf } from "../session/people.ts";

const kinds: Record<ActivityKind, string> = {
  call: "Call",
  note: "Note",
  quote: "Quote",
  coaching: "Coaching note",
  stage: "Stage",
};

/** What happened so far, the newest first. */
export function Timeline({ about }: { about: { dealId?: number; contactId?: number } }): ReactElement {
  const activities = useAll("activities", about, { field: "at", order: "DESC" });
  if (activities.length === 0)
    return <Typography sx={{ color: "text.secondary" }}>Nothing has happened yet.</Typography>;
  return (
    <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {activities.map((activity) => (
        <Entry key={activity.id} activity={activity} />
      ))}
    </Box>
  );
}

function Entry({ activity }: { activity: Activity }): ReactElement {
  const { kind, outcome, text, authorId, at } = activity;
  return (
    <Box
      component="li"
      sx={{ pl: 2, pb: 1.75, borderLeft: 2, borderColor: "divider", position: "relative", "&::before": dotStyle }}
    >
      <Typography sx={{ fontSize: "0.8rem", color: "text.secondary" }}>
        <b>{outcome ? `${kinds[kind]}, ${outcome.toLowerCase()}` : kinds[kind]}</b>
        {` · ${nameOf(authorId)} · ${showMoment(at)}`}
      </Typography>
      <Typography sx={{ fontSize: "0.9rem", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</Typography>
    </Box>
  );
}

const dotStyle = {
  content: '""',
  position: "absolute",
  left: -6,
  top: 5,
  width: 10,
  height: 10,
  borderRadius: "50%",
  bgcolor: "primary.main",
} as const;
