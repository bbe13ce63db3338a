import type { Locator, Page } from "playwright-core";

/** How fast somebody is who does this for the first time. */
export interface Pace {
  /** Between two letters, ms. */
  letter: number;
  /** Before each press: they look for it first, ms. */
  look: number;
  /** Where there is something to read, ms. */
  read: number;
}

/** About 70 words a minute, and a second before each press. */
export const human: Pace = { letter: 170, look: 900, read: 2500 };

/** Somebody at a mouse and a keyboard. */
export interface Hand {
  page: Page;
  press(what: Locator): Promise<void>;
  /** Writes into a field, over what stands there. */
  type(into: Locator, text: string): Promise<void>;
  choose(from: Locator, option: string): Promise<void>;
  read(): Promise<void>;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A hand that works at a pace. */
export function handAt(page: Page, { letter, look, read }: Pace): Hand {
  const press = async (what: Locator): Promise<void> => {
    await what.waitFor();
    await wait(look);
    await what.click();
  };
  return {
    page,
    press,
    type: async (into, text) => {
      await press(into);
      await into.press("ControlOrMeta+a");
      await into.pressSequentially(text, { delay: letter });
    },
    choose: async (from, option) => {
      await from.waitFor();
      await wait(look);
      await from.selectOption(option);
    },
    read: () => wait(read),
  };
}
