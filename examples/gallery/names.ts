import type { Page } from "playwright-core";

interface AxValue {
  value?: unknown;
}
interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  properties?: { name: string; value: AxValue }[];
  childIds?: string[];
  backendDOMNodeId?: number;
}

/** States that say something to a person. */
const told = new Set(["checked", "disabled", "expanded", "modal", "pressed", "selected", "invalid", "required"]);

/** What is left out: text is in its parent's name or stands for itself, boxes say nothing. */
const silent = new Set(["InlineTextBox", "none", "generic"]);

function line({ role, name, properties = [] }: AxNode, depth: number): string {
  const states = properties
    .filter((each) => told.has(each.name) && each.value.value !== false && each.value.value !== "false")
    .map((each) => ` [${each.name}${each.value.value === true ? "" : `=${String(each.value.value)}`}]`);
  const said = String(name?.value ?? "").trim();
  return `${"  ".repeat(depth)}${String(role?.value)}${said ? ` "${said}"` : ""}${states.join("")}`;
}

/** Names and roles of an element and what is in it, as the browser hands them to a screen reader, one a line. */
export async function readNames(page: Page, selector: string): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Accessibility.enable");
  const { result } = await cdp.send("Runtime.evaluate", { expression: `document.querySelector("${selector}")` });
  const { node } = await cdp.send("DOM.describeNode", { objectId: result.objectId ?? "", depth: 0 });
  const { nodes } = (await cdp.send("Accessibility.getFullAXTree")) as { nodes: AxNode[] };
  const byId = new Map(nodes.map((each) => [each.nodeId, each]));
  const lines: string[] = [];
  const walk = (of: AxNode, depth: number): void => {
    const role = String(of.role?.value ?? "");
    const shown = !of.ignored && !silent.has(role);
    if (shown) lines.push(line(of, depth));
    for (const id of of.childIds ?? []) {
      const child = byId.get(id);
      // The text of a button is its name: said once is enough.
      const again = shown && String(child?.role?.value) === "StaticText" && of.name?.value === child?.name?.value;
      if (child && !again) walk(child, shown ? depth + 1 : depth);
    }
  };
  const root = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  if (root) walk(root, 0);
  await cdp.detach();
  return `${lines.join("\n")}\n`;
}
