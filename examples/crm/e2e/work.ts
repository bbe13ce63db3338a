import type { Locator, Page } from "playwright-core";
import { served } from "../../../packages/testing/src/index.ts";

/** The CRM as a person works in it: what they click and type, nothing of Waymark. */
const button = (scope: Page | Locator, name: string): Locator => scope.getByRole("button", { name, exact: true });

async function inDialog(
  page: Page,
  open: string,
  save: string,
  fill: (dialog: Locator) => Promise<unknown>,
): Promise<void> {
  await button(page, open).click();
  const dialog = page.locator(".MuiDialog-root [role=dialog]");
  await fill(dialog);
  await button(dialog, save).click();
  await dialog.waitFor({ state: "detached" });
}

export const crm = {
  addContact: async (page: Page): Promise<void> => {
    await page.getByLabel("First name").fill("Nadia");
    await page.getByLabel("Last name").fill("Petrov");
    await page.getByRole("combobox", { name: "Company" }).click();
    await page.getByRole("option", { name: "Ferro Rail" }).click();
    await button(page, "Create contact").click();
    await page.waitForURL(/contacts\/\d+\/show/);
  },
  createDeal: async (page: Page): Promise<string> => {
    await page.getByRole("menuitem", { name: "Deals" }).click();
    await page.getByRole("link", { name: "New deal" }).click();
    await page.getByLabel("Deal name").fill("Rail tags pilot");
    await page.getByRole("combobox", { name: "Company" }).click();
    await page.getByRole("option", { name: "Ferro Rail" }).click();
    await page.getByLabel("Amount in euros").fill("12000");
    await button(page, "Create deal").click();
    await page.waitForURL(/deals\/\d+\/show/);
    return /deals\/(\d+)/.exec(page.url())?.[1] ?? "";
  },
  logCall: (page: Page, outcome = "Reached"): Promise<void> =>
    inDialog(page, "Log call", "Save call", async (dialog) => {
      await dialog.getByLabel("What was said").fill("They want forty devices.");
      await dialog.getByLabel("Outcome").selectOption(outcome);
    }),
  newTask: (page: Page): Promise<void> =>
    inDialog(page, "New task", "Save task", (dialog) => dialog.getByLabel("What is to do").fill("Call Nadia")),
  sendQuote: async (page: Page): Promise<void> => {
    await inDialog(page, "Send quote", "Send to customer", (dialog) =>
      dialog.getByLabel("Amount in euros").fill("47500"),
    );
    await page.getByText(/^Quote sent \d/).waitFor();
  },
  moveTo: async (page: Page, stage: string, said: string): Promise<void> => {
    await page.getByLabel("Stage").selectOption(stage);
    await page.getByText(said).waitFor();
  },
  seeToday: async (page: Page): Promise<void> => {
    await page.getByRole("button", { name: /^Today/ }).click();
  },
  takeTicket: async (page: Page): Promise<void> => {
    await button(page, "Assign to me").click();
    await button(page, "Assign to me").waitFor({ state: "detached" });
    await page.getByLabel("Priority").selectOption("high");
  },
  answerTicket: async (page: Page): Promise<void> => {
    await page.getByLabel("Your reply").fill("Please restart the charging wall.");
    await button(page, "Send reply").click();
    await page.getByText("Please restart the charging wall.").first().waitFor();
    await inDialog(page, "Resolve", "Save and resolve", async (dialog) => {
      await dialog.getByLabel("Cause").selectOption("Network");
      await dialog.getByLabel("Solution").fill("New access point.");
    });
  },
  openReview: async (page: Page): Promise<void> => {
    await page.getByRole("menuitem", { name: "Pipeline review" }).click();
    await page.getByLabel("Owner").selectOption("u-mara");
  },
  confirmForecast: async (page: Page): Promise<void> => {
    await inDialog(page, "Leave a coaching note", "Save coaching note", async (dialog) => {
      await dialog.getByLabel("Deal").selectOption({ label: "Cold store labels" });
      await dialog.getByLabel("What would help").fill("Ask who signs.");
    });
    await button(page, "Confirm forecast").click();
    await page.getByText(/^Forecast confirmed by/).waitFor();
  },
};

/** Waits until the guest is in the page, has its journeys, and watches the work: that comes in idle time. */
export async function guestReady(page: Page): Promise<void> {
  await page.locator("waymark-launcher button").first().waitFor();
  for (const service of ["care", "focus"]) await served(page, service);
}

interface StepCopy {
  completed: number | null;
}
declare global {
  interface Window {
    waymark: {
      $progress: { get(): { journeys: Record<string, Record<string, { steps: Record<string, StepCopy> }>> } };
    };
  }
}

/** The steps a person has settled, as the page's own copy of the progress says. */
export function settled(page: Page, journey: string, subject = ""): Promise<string[]> {
  return page.evaluate(
    ([id, key]) => {
      const steps = window.waymark.$progress.get().journeys[id]?.[key]?.steps ?? {};
      return Object.keys(steps).filter((step) => steps[step]?.completed != null);
    },
    [journey, subject] as const,
  );
}
