import TextField from "@mui/material/TextField";
import type { ReactElement } from "react";
import { track } from "../analytics.ts";
import { dayFromNow, showDay, today } from "../data/day.ts";
import { showMoney } from "../data/money.ts";
import type { Deal } from "../data/records.ts";
import { useSave } from "../data/use-save.ts";
import { DateField } from "../layout/DateField.tsx";
import { FormDialog } from "../layout/FormDialog.tsx";
import { getPerson } from "../session/session.ts";

interface Props {
  deal: Deal;
  open: boolean;
  onClose: () => void;
}

export function SendQuoteDialog({ deal, open, onClose }: Props): ReactElement {
  const { create, update, settle } = useSave();
  const send = async ({ amount = "0", validUntil }: Record<string, string>) => {
    await update("deals", deal.id, { amount: Number(amount), quoteSentAt: today() });
    await create("activities", {
      kind: "quote",
      dealId: deal.id,
      authorId: getPerson().id,
      at: new Date().toISOString(),
      text: `Quote of ${showMoney(Number(amount))} sent, valid until ${showDay(validUntil)}.`,
    });
    track("quote.sent", { dealId: String(deal.id) });
    settle("Quote sent");
  };
  return (
    <FormDialog title="Send quote" submit="Send to customer" open={open} onClose={onClose} onSubmit={send}>
      <TextField
        label="Amount in euros"
        name="amount"
        type="number"
        required
        defaultValue={deal.amount}
        slotProps={{ htmlInput: { min: 1 } }}
      />
      <DateField label="Valid until" name="validUntil" min={today()} defaultValue={dayFromNow(30)} required />
      <TextField label="Message to the customer" name="message" multiline minRows={3} />
    </FormDialog>
  );
}
