import type { Editor } from "./desk.ts";

/** Every face of the editor, in the order in which one leads to the next; in any language, so nothing is named by its words. */
export const faces: readonly { name: string; reach(desk: Editor): Promise<unknown> }[] = [
  { name: "start", reach: ({ editor }) => editor.locator(".way").first().waitFor() },
  {
    name: "templates",
    reach: async ({ editor }) => {
      await editor.locator(".way").nth(2).click();
      await editor.locator(".drafts button").first().waitFor();
    },
  },
  {
    name: "lines",
    reach: async ({ editor }) => {
      await editor.locator(".head button").first().click();
      await editor.locator(".way").nth(1).click();
      await editor.locator("#lines-title").fill("Win a deal");
      await editor.locator("#lines-lines").fill("Log the call\nAgree the next date\nSend the quote\nWin it");
    },
  },
  {
    name: "step",
    reach: async ({ editor }) => {
      await editor.locator("form .primary").click();
      await editor.locator(".map li button").nth(1).click();
      await editor.locator("#step-title").waitFor();
    },
  },
  {
    name: "journey",
    reach: async ({ editor }) => {
      await editor.locator(".tools button").first().click();
      await editor.locator(".lint summary").click();
    },
  },
  { name: "save", reach: ({ editor }) => editor.locator(".bottom > .row .primary").click() },
  {
    name: "refused",
    reach: async ({ editor }) => {
      await editor.locator(".part .primary").click();
      await editor.locator(".note.failed").waitFor();
    },
  },
  {
    name: "pick",
    reach: async ({ editor, page }) => {
      await editor.locator(".head button").first().click();
      await editor.locator(".map li button").nth(1).click();
      await editor.locator(".part .btn").first().click();
      await page.keyboard.press("ArrowRight");
      await editor.locator(".shield .frame").waitFor();
    },
  },
  {
    name: "target",
    reach: async ({ editor, page }) => {
      await page.keyboard.press("Enter");
      await editor.locator(".target details summary").click();
    },
  },
  {
    name: "record",
    reach: async ({ editor, page }) => {
      await editor.locator(".tools button").nth(1).click();
      await page.locator("#target").click();
      await editor.locator(".heard").waitFor();
    },
  },
  {
    name: "preview",
    reach: async ({ editor, page }) => {
      await editor.locator(".bar .primary").click();
      await editor.locator(".bottom > .row .btn").first().click();
      await page.locator("waymark-panel .surface").waitFor();
    },
  },
  {
    name: "folded",
    reach: async ({ editor }) => {
      await editor.locator(".bar .primary").click();
      await editor.locator(".head button").nth(-2).click();
      await editor.locator(".folded").waitFor();
    },
  },
];
