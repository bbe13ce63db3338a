import CommentIcon from "@mui/icons-material/AddCommentOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import MuiLink from "@mui/material/Link";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { ReactElement } from "react";
import { Link } from "react-router-dom";
import { showDay } from "../data/day.ts";
import { showMoney } from "../data/money.ts";
import type { Deal } from "../data/records.ts";
import { labelOf } from "../deals/stages.ts";
import { nameOf } from "../session/people.ts";

interface Props {
  deals: Deal[];
  onCoach: (deal: Deal) => void;
}

export function DriftingTable({ deals, onCoach }: Props): ReactElement {
  if (deals.length === 0)
    return <Typography sx={{ color: "text.secondary" }}>Every open deal has a next date.</Typography>;
  return (
    <Box sx={{ overflowX: "auto", mx: -2.5 }}>
      <Table size="small" aria-label="Deals without a next date" sx={{ "& td, & th": { whiteSpace: "nowrap" } }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ pl: 2.5 }}>Deal</TableCell>
            <TableCell>Owner</TableCell>
            <TableCell>Stage</TableCell>
            <TableCell align="right">Amount</TableCell>
            <TableCell>Close date</TableCell>
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {deals.map((deal) => (
            <TableRow key={deal.id} hover>
              <TableCell sx={{ pl: 2.5 }}>
                <MuiLink component={Link} to={`/deals/${deal.id}/show`}>
                  {deal.name}
                </MuiLink>
              </TableCell>
              <TableCell>{nameOf(deal.ownerId)}</TableCell>
              <TableCell>{labelOf(deal.stage)}</TableCell>
              <TableCell align="right">{showMoney(deal.amount)}</TableCell>
              <TableCell>{showDay(deal.closeDate)}</TableCell>
              <TableCell align="right">
                <IconButton size="small" aria-label={`Coach on ${deal.name}`} onClick={() => onCoach(deal)}>
                  <CommentIcon fontSize="small" />
                </IconButton>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
