import { DragDropContext, type DropResult } from "@hello-pangea/dnd";
import AddIcon from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { type ReactElement, useState } from "react";
import { Link } from "react-router-dom";
import type { Deal } from "../data/records.ts";
import { useAll } from "../data/use-all.ts";
import { Choice } from "../layout/Choice.tsx";
import { PageHeader } from "../layout/PageHeader.tsx";
import { nameOf, salesTeam } from "../session/people.ts";
import { DealColumn } from "./DealColumn.tsx";
import { columnOf, rankAt } from "./place.ts";
import { stages } from "./stages.ts";
import { useMoveDeal } from "./use-move-deal.ts";

export function DealBoard(): ReactElement {
  const [owner, setOwner] = useState("");
  const [search, setSearch] = useState("");
  const saved = useAll("deals");
  const [dropped, setDropped] = useState<Deal>();
  const move = useMoveDeal();
  // A dropped card stays where it fell until the saved list arrives; otherwise it would jump back for a moment.
  const deals = saved.map((deal) => (deal.id === dropped?.id ? dropped : deal));
  const shown = deals.filter((deal) => (!owner || deal.ownerId === owner) && matches(deal, search));

  const drop = async ({ destination, draggableId }: DropResult) => {
    const deal = saved.find(({ id }) => String(id) === draggableId);
    const stage = stages.find(([id]) => id === destination?.droppableId)?.[0];
    if (!deal || !stage || !destination) return;
    const column = columnOf(shown, stage).filter(({ id }) => id !== deal.id);
    const rank = rankAt(column, destination.index);
    if (stage === deal.stage && rank === deal.rank) return;
    setDropped({ ...deal, stage, rank });
    await move(deal, stage, rank);
    setDropped(undefined);
  };

  return (
    <>
      <PageHeader title="Deals">
        <TextField
          label="Search deals"
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          sx={{ width: { xs: "100%", sm: 180 }, m: 0 }}
        />
        <Choice
          label="Owner"
          value={owner}
          onChange={(event) => setOwner(event.target.value)}
          choices={[["", "Everyone"], ...salesTeam.map((id) => [id, nameOf(id)] as const)]}
          sx={{ width: { xs: "calc(100% - 140px)", sm: 150 }, m: 0 }}
        />
        <Button component={Link} to="/deals/create" variant="contained" startIcon={<AddIcon />}>
          New deal
        </Button>
      </PageHeader>
      <DragDropContext onDragEnd={drop}>
        <Box sx={boardStyle}>
          {stages.map(([stage, label]) => (
            <DealColumn key={stage} stage={stage} label={label} deals={columnOf(shown, stage)} />
          ))}
        </Box>
      </DragDropContext>
    </>
  );
}

/** Six columns side by side; a phone shows one and a bit, and snaps. */
const boardStyle = {
  display: "grid",
  gridTemplateColumns: { xs: "repeat(6, 78vw)", md: "repeat(6, minmax(168px, 1fr))" },
  gap: 1.5,
  overflowX: "auto",
  scrollSnapType: { xs: "x proximity", md: "none" },
  mx: { xs: -2, md: 0 },
  px: { xs: 2, md: 0 },
  pb: 1,
} as const;

function matches({ name }: Deal, search: string): boolean {
  return name.toLowerCase().includes(search.trim().toLowerCase());
}
