import { isOurs } from "../recorder/host-element.ts";
import { frameOf } from "./below.ts";

const worthPicking =
  "a[href],button,summary,select,input:not([type=hidden]),textarea,[role=button],[role=link],[role=menuitem],[role=tab],[role=option],[role=checkbox],[role=radio],[role=switch],[role=textbox],[role=combobox],[tabindex]:not([tabindex='-1']),[contenteditable=true],h1,h2,h3";

const isShown = (element: Element): boolean =>
  element.getClientRects().length > 0 && (element.checkVisibility?.({ visibilityProperty: true }) ?? true);

/** What can be picked by keyboard, in the order of the document. */
export function pickable(root: ParentNode = document): Element[] {
  return [...root.querySelectorAll("*")].flatMap((each) => {
    if (isOurs(each)) return [];
    const own = each.matches(worthPicking) && isShown(each) ? [each] : [];
    const inner = each.shadowRoot ?? frameOf(each);
    return inner ? [...own, ...pickable(inner)] : own;
  });
}

/** Where a key leads from an element: along the page, out to what holds it, into what it holds. */
export function walkFrom(element: Element | null, key: string): Element | null {
  if (key === "ArrowUp") return element?.parentElement?.matches("body") ? element : (element?.parentElement ?? element);
  if (key === "ArrowDown") return element?.firstElementChild ?? element;
  const all = pickable();
  if (!element) return all[0] ?? null;
  const by = key === "ArrowLeft" ? -1 : 1;
  const at = all.indexOf(element);
  if (at >= 0) return all[(at + by + all.length) % all.length] ?? element;
  const after = all.findIndex((each) => element.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (by > 0) return all[Math.max(after, 0)] ?? element;
  return all[(after < 0 ? all.length : after) - 1] ?? element;
}
