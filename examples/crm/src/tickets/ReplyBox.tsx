import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { type FormEvent, type ReactElement, useState } from "react";
import type { Ticket } from "../data/records.ts";
import { Section } from "../layout/Section.tsx";
import { useTicketWork } from "./use-ticket-work.ts";

export function ReplyBox({ ticket }: { ticket: Ticket }): ReactElement {
  const { reply } = useTicketWork(ticket);
  const [text, setText] = useState("");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    await reply(text.trim());
    setText("");
  };
  return (
    <Section title="Reply">
      <form aria-label="Reply" onSubmit={send}>
        <TextField
          label="Your reply"
          value={text}
          onChange={(event) => setText(event.target.value)}
          multiline
          minRows={3}
          required
          sx={{ mb: 1.5 }}
        />
        <Button type="submit" variant="contained" disabled={!text.trim()}>
          Send reply
        </Button>
      </form>
    </Section>
  );
}
