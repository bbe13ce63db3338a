import type { Locator, Page } from "playwright-core";
import { type Opened, type Situation, situation } from "../../packages/testing/src/index.ts";

/** The editor over a page, by what can be seen and pressed. */
export interface Editor {
  opened: Opened;
  page: Page;
  editor: Locator;
  press(name: string | RegExp): Promise<void>;
}

/** Pages under a name that is not the author's own machine: an address that leads to this one. */
export const elsewhere = "app.example";

export const authoring = (): Situation =>
  situation("authoring", { args: [`--host-resolver-rules=MAP ${elsewhere} 127.0.0.1`] });

/** Opens the editor over a page of the examples. */
export async function openEditor(here: Situation, path: string): Promise<Editor> {
  const opened = await here.open({ path });
  const { page } = opened;
  const editor = page.locator("waymark-author");
  await editor.getByRole("heading").first().waitFor();
  return {
    opened,
    page,
    editor,
    press: (name) => editor.getByRole("button", { name, exact: typeof name === "string" }).click(),
  };
}

/** Begins with typed lines. */
export async function fromLines({ editor, press }: Editor, title = "Save an order", lines = "Save it"): Promise<void> {
  await press(/Write five lines/);
  await editor.getByLabel("What is it called?").fill(title);
  await editor.getByLabel("One step a line").fill(lines);
  await press("Draw the map");
}

export interface Kept {
  deeds: { kind: string; name: string; target: Record<string, unknown> }[];
  history: { now: { title: string; steps: { id: string; title: string; do?: { target?: unknown } }[] } };
}

/** What this tab holds of the work. */
export const kept = (page: Page): Promise<Kept> =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem("waymark.author.work") ?? "null") as Kept);
