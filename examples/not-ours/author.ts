import type { Locator, Page } from "playwright-core";
import type { Work } from "./apps.ts";
import type { Hand } from "./hand.ts";

/** The editor by somebody's hand: nothing here but what can be seen and pressed. */
export interface Author {
  record(work: Work): Promise<number>;
  edit(work: Work): Promise<void>;
  preview(work: Work): Promise<void>;
  publish(note: string, key: string): Promise<number>;
  retitle(title: string): Promise<void>;
  rollBack(version: number): Promise<void>;
}

const published = /Published as version (\d+)\./;

/** What somebody does in the editor that lies over a page. */
export function authorAt(hand: Hand): Author {
  const { page } = hand;
  const editor = page.locator("waymark-author");
  const button = (name: string | RegExp): Locator =>
    editor.getByRole("button", { name, exact: typeof name === "string" });
  const steps = editor.getByRole("list", { name: "Steps of the journey" }).getByRole("button");
  return {
    record: async (work) => {
      await hand.press(button(/Show it/));
      await work.before?.(hand);
      for (const part of work.parts) await part.work(hand);
      await hand.read();
      await hand.press(button("Finish recording"));
      await hand.read();
      return steps.count();
    },
    edit: async (work) => {
      // What led to where the work begins is a step of its own: it is taken out.
      while ((await steps.count()) > work.parts.length) {
        await hand.press(steps.first());
        await hand.press(button("Delete this step"));
      }
      for (const [index, { title, why }] of work.parts.entries()) {
        await hand.press(steps.nth(index));
        await hand.type(editor.getByLabel("Station on the map"), title);
        await hand.type(editor.getByLabel("Why it helps the person"), why);
      }
      await hand.press(button("About the journey"));
      await hand.type(editor.getByLabel("Title", { exact: true }), work.title);
      await hand.type(editor.getByLabel("Roles", { exact: false }), work.role);
      await editor.getByLabel("Id, kept for good").fill(work.journey);
      await hand.read();
    },
    preview: async (work) => {
      await hand.press(button("Preview"));
      await page.locator("waymark-panel").getByText(work.title).first().waitFor();
      await hand.read();
      await hand.press(button("End the preview"));
    },
    publish: async (note, key) => {
      await hand.press(button("Save"));
      // A key is pasted, not typed.
      await editor.getByLabel("Author key").fill(key);
      await hand.type(editor.getByLabel("What changed?"), note);
      await hand.press(button("Publish"));
      const told = editor.getByText(published);
      await told.waitFor();
      return Number(published.exec((await told.textContent()) ?? "")?.[1]);
    },
    retitle: async (title) => {
      await hand.press(button("Back"));
      await hand.press(steps.first());
      await hand.type(editor.getByLabel("Station on the map"), title);
    },
    rollBack: async (version) => {
      await hand.press(button(`Go back to version ${version}`));
      await editor.getByText(/The older content is published again/).waitFor();
    },
  };
}

interface World {
  waymark: {
    $progress: {
      get(): { journeys: Record<string, Record<string, { steps: Record<string, { completed: unknown }> }>> };
    };
  };
}

/** How many steps of a journey this page counts as done. */
export function doneOf(page: Page, journey: string, subject: string): Promise<number> {
  return page.evaluate(
    ([id, of]) => {
      const all = (window as unknown as World).waymark.$progress.get().journeys[id] ?? {};
      const steps = all[of]?.steps ?? all[""]?.steps ?? {};
      return Object.values(steps).filter(({ completed }) => typeof completed === "number").length;
    },
    [journey, subject] as const,
  );
}
