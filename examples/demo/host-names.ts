import type { CDPSession, Page } from "playwright-core";

interface AxNode {
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
}

/** An element as a screen reader hears of it. */
export interface Heard {
  role: string;
  name: string;
}

/** What a person can press, fill in or go to: it is nothing without a name. */
const named = new Set([
  ...["button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "listbox", "option"],
  ...["dialog", "region", "complementary", "image"],
]);

/** Reads what the browser hands to a screen reader: of a part of ours, in an element's shadow tree, and of all that is in it. */
export async function hear(
  cdp: CDPSession,
  element: string,
  part: string,
): Promise<{ itself: Heard; inside: Heard[] }> {
  const expression = `document.querySelector("${element}:not([inert])").shadowRoot.querySelector("${part}")`;
  const { result } = await cdp.send("Runtime.evaluate", { expression });
  const { nodes } = (await cdp.send("Accessibility.queryAXTree", { objectId: result.objectId ?? "" })) as {
    nodes: AxNode[];
  };
  const [itself, ...inside] = nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: role?.value ?? "", name: name?.value ?? "" }));
  if (!itself) throw new Error(`${element} ${part} is not in the accessibility tree.`);
  return { itself, inside };
}

/** What of it can be pressed, filled in or gone to and has no name, by its role. */
export const nameless = (inside: readonly Heard[]): string[] =>
  inside.filter(({ role, name }) => named.has(role) && name.trim() === "").map(({ role }) => role);

/** Asks the browser to keep what a screen reader is handed. */
export async function listen(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Accessibility.enable");
  return cdp;
}
