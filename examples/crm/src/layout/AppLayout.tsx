import type { ReactElement, ReactNode } from "react";
import { Layout } from "react-admin";

import { SideMenu } from "./SideMenu.tsx";
import { TellRecords } from "./TellRecords.tsx";
import { TopBar } from "./TopBar.tsx";

export function AppLayout({ children }: { children?: ReactNode }): ReactElement {
  return (
    <Layout
      appBar={TopBar}
      menu={SideMenu}
      sx={{
        // react-admin lets a wide page widen the whole window; here the wide part scrolls by itself.
        minWidth: 0,
        "& .RaLayout-contentWithSidebar": { minWidth: 0 },
        "& .RaLayout-content": { px: { xs: 2, md: 3 }, pt: { xs: 2, md: 2.5 }, pb: 8, minWidth: 0 },
        "& .RaLayout-appFrame": { mt: 6 },
      }}
    >
      <TellRecords />
      {children}
    </Layout>
  );
}
