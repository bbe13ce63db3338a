import CheckCircleIcon from "@mui/icons-material/CheckCircleOutlined";
import DomainIcon from "@mui/icons-material/DomainOutlined";
import HandshakeIcon from "@mui/icons-material/HandshakeOutlined";
import HomeIcon from "@mui/icons-material/HomeOutlined";
import PeopleIcon from "@mui/icons-material/PeopleAltOutlined";
import QueryStatsIcon from "@mui/icons-material/QueryStats";
import SupportIcon from "@mui/icons-material/SupportAgentOutlined";
import type { ReactElement } from "react";
import { Menu, usePermissions } from "react-admin";

export function SideMenu(): ReactElement {
  const { permissions } = usePermissions();
  return (
    <Menu sx={{ pt: 1.5, "& .RaMenuItemLink-active": { color: "primary.main", fontWeight: 650 } }}>
      <Menu.Item to="/" primaryText="Home" leftIcon={<HomeIcon />} />
      {permissions === "sales-manager" && (
        <Menu.Item to="/pipeline" primaryText="Pipeline review" leftIcon={<QueryStatsIcon />} />
      )}
      <Menu.Item to="/deals" primaryText="Deals" leftIcon={<HandshakeIcon />} />
      <Menu.Item to="/contacts" primaryText="Contacts" leftIcon={<PeopleIcon />} />
      <Menu.Item to="/companies" primaryText="Companies" leftIcon={<DomainIcon />} />
      <Menu.Item to="/tasks" primaryText="Tasks" leftIcon={<CheckCircleIcon />} />
      <Menu.Item to="/tickets" primaryText="Tickets" leftIcon={<SupportIcon />} />
    </Menu>
  );
}
