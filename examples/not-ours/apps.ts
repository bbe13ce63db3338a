import type { Page } from "playwright-core";
import type { Hand } from "./hand.ts";

/** One part of the work, and what its step is called once it is edited. */
export interface Part {
  title: string;
  why: string;
  work(hand: Hand): Promise<void>;
}

/** Work in one application: each part becomes a step. */
export interface Work {
  journey: string;
  title: string;
  role: string;
  /** Gets to where the work begins; no step of it. */
  before?(hand: Hand): Promise<void>;
  parts: readonly Part[];
  /** What names the record that the work is about, as the guest does. */
  record?(page: Page): string;
}

const named = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

const inDialog = async (hand: Hand, open: string, save: string, fill: (hand: Hand) => Promise<void>): Promise<void> => {
  await hand.press(named(hand.page, open));
  await fill(hand);
  await hand.press(named(hand.page, save));
  await hand.page.locator(".MuiDialog-root").waitFor({ state: "detached" });
};

/** Halden CRM: it tells what was done (`call.logged`), and its steps are done by that. */
export const crmWork: Work = {
  journey: "call-and-plan",
  title: "Call and plan",
  role: "sales-rep",
  before: async (hand) => {
    await hand.press(hand.page.getByRole("menuitem", { name: "Deals" }));
    await hand.press(hand.page.locator("a[href*='/show']").first());
    await named(hand.page, "Log call").waitFor();
  },
  record: (page) => `deal:${/deals\/(\d+)/.exec(page.url())?.[1] ?? ""}`,
  parts: [
    {
      title: "Log the call",
      why: "You never ask a customer twice.",
      work: (hand) =>
        inDialog(hand, "Log call", "Save call", async () => {
          await hand.type(hand.page.getByLabel("What was said"), "Wants forty.");
        }),
    },
    {
      title: "Plan the next step",
      why: "Nothing is left in your head overnight.",
      work: (hand) =>
        inDialog(hand, "New task", "Save task", () => hand.type(hand.page.getByLabel("What is to do"), "Call Nadia")),
    },
    {
      title: "Send the quote",
      why: "The price is theirs before they ask.",
      work: (hand) =>
        inDialog(hand, "Send quote", "Send to customer", () =>
          hand.type(hand.page.getByLabel("Amount in euros"), "47500"),
        ),
    },
  ],
};

/** Swagger UI, as its package serves it: it tells nothing, and has no form around its fields. */
export const swaggerWork: Work = {
  journey: "find-an-order",
  title: "Find an order",
  role: "clerk",
  parts: [
    {
      title: "Open the search",
      why: "One place for all orders.",
      work: async (hand) => {
        await hand.press(hand.page.locator("#operations-orders-listOrders .opblock-summary-control"));
        await hand.press(named(hand.page, "Try it out"));
      },
    },
    {
      title: "Ask for open ones",
      why: "You see at once what waits.",
      work: async (hand) => {
        await hand.choose(hand.page.locator("tr[data-param-name=status] select"), "open");
        await hand.press(named(hand.page, "Execute"));
        await hand.page.locator(".live-responses-table").first().waitFor();
      },
    },
    {
      title: "Open one order",
      why: "All of it on one page.",
      work: async (hand) => {
        const order = hand.page.locator("#operations-orders-getOrder");
        await hand.press(order.locator(".opblock-summary-control"));
        await hand.press(order.getByRole("button", { name: "Try it out" }));
      },
    },
    {
      title: "Read it",
      why: "The answer is yours in seconds.",
      work: async (hand) => {
        const order = hand.page.locator("#operations-orders-getOrder");
        await hand.type(order.getByPlaceholder("id"), "1");
        await hand.press(order.getByRole("button", { name: "Execute" }));
        await order.locator(".live-responses-table").first().waitFor();
      },
    },
  ],
};

/** TOAST UI Calendar: a drawn widget whose forms are made of divs. */
export const calendarWork: Work = {
  journey: "plan-a-visit",
  title: "Plan a visit",
  role: "clerk",
  parts: [
    {
      title: "See the week",
      why: "What is free shows at a glance.",
      work: (hand) => hand.press(named(hand.page, "Week")),
    },
    {
      title: "Go back to the month",
      why: "The whole month on one page.",
      work: (hand) => hand.press(named(hand.page, "Month")),
    },
    {
      title: "Write it down",
      why: "Nobody books you over it.",
      work: async (hand) => {
        const { page } = hand;
        await page.locator(".tui-full-calendar-month-week-item").nth(2).waitFor();
        const day = await page.locator(".tui-full-calendar-month-week-item").nth(2).boundingBox();
        const form = page.locator(".tui-full-calendar-popup");
        // The widget draws itself anew after each change of view, and hears no press meanwhile.
        while ((await form.count()) === 0) {
          await page.mouse.click((day?.x ?? 0) + 230, (day?.y ?? 0) + 60);
          await form.waitFor({ timeout: 2000 }).catch(() => undefined);
        }
        await hand.type(page.getByPlaceholder("Subject"), "See Nadia");
        await hand.press(page.locator(".tui-full-calendar-popup-save"));
        await page.locator(".tui-full-calendar-weekday-schedule-title").first().waitFor();
      },
    },
  ],
};
