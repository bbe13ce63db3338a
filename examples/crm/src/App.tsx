import type { ReactElement } from "react";
import { Admin, CustomRoutes, Resource } from "react-admin";
import { Route } from "react-router-dom";
import { CompanyForm } from "./companies/CompanyForm.tsx";
import { CompanyList } from "./companies/CompanyList.tsx";
import { CompanyPage } from "./companies/CompanyPage.tsx";
import { ContactForm } from "./contacts/ContactForm.tsx";
import { ContactList } from "./contacts/ContactList.tsx";
import { ContactPage } from "./contacts/ContactPage.tsx";
import { dataProvider } from "./data/provider.ts";
import { DealBoard } from "./deals/DealBoard.tsx";
import { CreateDeal, EditDeal } from "./deals/DealForm.tsx";
import { DealPage } from "./deals/DealPage.tsx";
import { HomePage } from "./home/HomePage.tsx";
import { AppLayout } from "./layout/AppLayout.tsx";
import { LoginPage } from "./layout/LoginPage.tsx";
import { store } from "./layout/store.ts";
import { PipelinePage } from "./pipeline/PipelinePage.tsx";
import { authProvider } from "./session/auth-provider.ts";
import { TaskPage } from "./tasks/TaskPage.tsx";
import { darkTheme, lightTheme } from "./theme.ts";
import { TicketList } from "./tickets/TicketList.tsx";
import { TicketPage } from "./tickets/TicketPage.tsx";

export function App(): ReactElement {
  return (
    <Admin
      authProvider={authProvider}
      dataProvider={dataProvider}
      store={store}
      layout={AppLayout}
      loginPage={LoginPage}
      dashboard={HomePage}
      theme={lightTheme}
      darkTheme={darkTheme}
      defaultTheme="light"
      title="Halden CRM"
      requireAuth
      disableTelemetry
    >
      <Resource
        name="deals"
        list={DealBoard}
        show={DealPage}
        create={CreateDeal}
        edit={EditDeal}
        recordRepresentation="name"
      />
      <Resource
        name="contacts"
        list={ContactList}
        show={ContactPage}
        create={<ContactForm mode="create" />}
        edit={<ContactForm mode="edit" />}
        recordRepresentation={({ firstName, lastName }) => `${firstName} ${lastName}`}
      />
      <Resource
        name="companies"
        list={CompanyList}
        show={CompanyPage}
        create={<CompanyForm mode="create" />}
        edit={<CompanyForm mode="edit" />}
        recordRepresentation="name"
      />
      <Resource name="tasks" list={TaskPage} />
      <Resource name="tickets" list={TicketList} show={TicketPage} recordRepresentation="subject" />
      <CustomRoutes>
        <Route path="/pipeline" element={<PipelinePage />} />
      </CustomRoutes>
    </Admin>
  );
}
