import Button from "@mui/material/Button";
import Card from "@mui/material/Card";
import Grid from "@mui/material/Grid";
import type { ReactElement, ReactNode } from "react";
import {
  CreateBase,
  EditBase,
  type RaRecord,
  SaveButton,
  SimpleForm,
  useNotify,
  useRedirect,
  useRefresh,
} from "react-admin";
import { useNavigate } from "react-router-dom";
import type { Resource } from "../data/records.ts";
import { PageHeader } from "./PageHeader.tsx";

interface Props {
  resource: Resource;
  mode: "create" | "edit";
  title: string;
  submit: string;
  /** Called once the record is saved, before its page opens. */
  onSaved?: (record: RaRecord) => void;
  defaults?: Record<string, unknown>;
  children: ReactNode;
}

/** A page with one form: new records and changes look the same, and end on the record's page. */
export function RecordForm({ resource, mode, title, submit, onSaved, defaults, children }: Props): ReactElement {
  const notify = useNotify();
  const redirect = useRedirect();
  const refresh = useRefresh();
  const onSuccess = (record: RaRecord) => {
    onSaved?.(record);
    notify(mode === "create" ? "Created" : "Saved", { type: "info" });
    redirect("show", resource, record.id);
    refresh();
  };
  const form = (
    <>
      <PageHeader title={title} />
      <Card sx={{ maxWidth: 880 }}>
        <SimpleForm defaultValues={defaults} toolbar={<Buttons submit={submit} />} sanitizeEmptyValues>
          <Grid container columnSpacing={2} sx={{ width: "100%" }}>
            {children}
          </Grid>
        </SimpleForm>
      </Card>
    </>
  );
  const options = { resource, mutationOptions: { onSuccess } };
  return mode === "create" ? (
    <CreateBase {...options}>{form}</CreateBase>
  ) : (
    <EditBase {...options} mutationMode="pessimistic">
      {form}
    </EditBase>
  );
}

/** One field's place in the grid: half the width, or all of it. */
export function Cell({ wide = false, children }: { wide?: boolean; children: ReactNode }): ReactElement {
  return <Grid size={{ xs: 12, sm: wide ? 12 : 6 }}>{children}</Grid>;
}

function Buttons({ submit }: { submit: string }): ReactElement {
  const navigate = useNavigate();
  return (
    <Grid container spacing={1} sx={{ p: 2, borderTop: 1, borderColor: "divider" }}>
      <SaveButton alwaysEnable label={submit} />
      <Button onClick={() => navigate(-1)}>Cancel</Button>
    </Grid>
  );
}
