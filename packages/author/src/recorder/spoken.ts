import { nameOf } from "@waymark/sdk/targeting";
import { isField } from "./host-element.ts";

/** How far around a field without a name its words are looked for. */
const neighbourhood = 6;
const longest = 80;

const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/\s*\*$/, "")
    .trim();

/** The first words that stand before a field, of whatever holds it: a cell of its row, the text above its box. */
function wordsBefore(field: Element): string {
  let at: Element = field;
  for (let steps = 0; at.parentElement && steps < neighbourhood; steps++, at = at.parentElement) {
    const walker = field.ownerDocument.createTreeWalker(at.parentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(at.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)) break;
      const text = plain(node.nodeValue ?? "");
      if (/\p{L}{2}/u.test(text) && !node.parentElement?.closest("option,textarea,script,style")) return text;
    }
  }
  return "";
}

/**
 * What people call an element. Of a field never what stands in it: that is somebody's data, and what can be chosen in a list
 * is none of its name.
 */
export function spoken(element: Element): string {
  const name = plain(nameOf(element));
  if (!isField(element)) return (name || plain(element.textContent ?? "")).slice(0, longest);
  const contents = [element.textContent, "value" in element ? String(element.value) : ""].map((text) =>
    plain(text ?? ""),
  );
  const own = name && !contents.includes(name) ? name : "";
  const given = own || element.getAttribute("placeholder") || element.getAttribute("title") || wordsBefore(element);
  return plain(given || element.getAttribute("name") || "").slice(0, longest);
}
