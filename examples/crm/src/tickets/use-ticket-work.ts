import { track } from "../analytics.ts";
import { today } from "../data/day.ts";
import type { Priority, Ticket } from "../data/records.ts";
import { useSave } from "../data/use-save.ts";
import { getPerson } from "../session/session.ts";

interface TicketWork {
  assign(): Promise<void>;
  prioritise(priority: Priority): Promise<void>;
  reply(text: string): Promise<void>;
  resolve(cause: string, solution: string): Promise<void>;
  handToSales(): Promise<void>;
}

/** What one can do with a ticket; each act is reported once it is saved. */
export function useTicketWork({ id, subject }: Ticket): TicketWork {
  const { create, update, settle } = useSave();
  const ticketId = String(id);
  return {
    async assign() {
      await update("tickets", id, { assigneeId: getPerson().id });
      track("ticket.assigned", { ticketId });
      settle("The ticket is yours");
    },
    async prioritise(priority) {
      await update("tickets", id, { priority });
      track("ticket.prioritised", { ticketId, priority });
      settle("Priority changed");
    },
    async reply(text) {
      await create("messages", {
        ticketId: id,
        from: "us",
        author: getPerson().name,
        at: new Date().toISOString(),
        text,
      });
      await update("tickets", id, { status: "waiting" });
      track("ticket.replied", { ticketId });
      settle("Reply sent");
    },
    async resolve(cause, solution) {
      await update("tickets", id, { status: "resolved", cause, solution });
      track("ticket.resolved", { ticketId, cause });
      settle("Ticket resolved");
    },
    async handToSales() {
      const title = `Support asks: ${subject}`;
      const task = await create("tasks", { title, kind: "call", due: today(), doneAt: null, ownerId: "u-mara" });
      track("task.created", { taskId: String(task.id) });
      settle("Mara Lind has a task for it");
    },
  };
}
