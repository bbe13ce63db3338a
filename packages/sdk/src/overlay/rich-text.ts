import { h, type VNode } from "preact";

/** A piece of an author's text: plain, or marked as strong, emphasised or code. */
export interface TextPiece {
  tag: "b" | "em" | "code" | "i" | null;
  text: string;
  /** The name of a mark of the host's own, as `kbd` of `:kbd[Ctrl+K]`. */
  mark?: string;
}

const marks = /\*\*(.+?)\*\*|_(.+?)_(?!\w)|`(.+?)`|:([a-z][a-z\d-]*)\[(.+?)]/g;

/**
 * Reads the small Markdown subset authors may use: `**strong**`, `_emphasis_`, `` `code` ``, and `:name[text]` for a mark
 * that the host or a plugin brings. Anything else is text.
 */
export function parseRichText(given: string): TextPiece[] {
  // Nobody validates in the page.
  const source = String(given);
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of source.matchAll(marks)) {
    const [whole, strong, emphasis, code, mark, marked] = match;
    if (emphasis !== undefined && /\w/.test(source[match.index - 1] ?? "")) continue;
    if (match.index > from) pieces.push({ tag: null, text: source.slice(from, match.index) });
    if (strong !== undefined) pieces.push({ tag: "b", text: strong });
    else if (emphasis !== undefined) pieces.push({ tag: "em", text: emphasis });
    else if (mark) pieces.push({ tag: "i", text: marked ?? "", mark });
    else pieces.push({ tag: "code", text: code ?? "" });
    from = match.index + whole.length;
  }
  if (from < source.length) pieces.push({ tag: null, text: source.slice(from) });
  return pieces;
}

/** An author's text as nodes. */
export function richText(source: string): (VNode | string)[] {
  return parseRichText(source).map(({ tag, text, mark }) =>
    tag === null ? text : (h(tag, mark ? { "data-mark": mark } : null, text) as VNode),
  );
}
