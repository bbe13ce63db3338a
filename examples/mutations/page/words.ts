/** A small number from a text, always the same: FNV-1a. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const syllables =
  "ba be bo da do fi ga he ju ka ko la li lo ma mi na no pa pe ra ro sa si su ta te to va we zu zen".split(" ");

function foreignWord(word: string): string {
  let hash = hashOf(word.toLowerCase());
  let made = "";
  for (let at = 0; at < Math.max(2, Math.min(4, word.length / 2)); at++) {
    made += syllables[hash % syllables.length];
    hash = hashOf(`${hash}${at}`);
  }
  return /^\p{Lu}/u.test(word) ? made.charAt(0).toUpperCase() + made.slice(1) : made;
}

/** A text in a language of our own: the same word always gives the same word, numbers and marks stay. */
export function translate(text: string): string {
  return text.replace(/\p{L}+/gu, foreignWord);
}

/** A name as a build tool makes it. */
export function hashed(name: string, build: string): string {
  return `x${hashOf(build + name).toString(36)}`;
}

/** Every text node that people may read. */
export function textNodes(root: Node): Text[] {
  const found: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (
      !/^(script|style|noscript|template)$/.test(node.parentElement?.localName ?? "script") &&
      node.nodeValue?.trim()
    ) {
      found.push(node as Text);
    }
  }
  return found;
}

/** Attributes that people may read or hear. */
export const wordedAttributes: readonly string[] = ["aria-label", "placeholder", "title", "alt"];

/** Changes every text that people may read or hear below an element. */
export function rewrite(root: Element, change: (text: string) => string): void {
  for (const node of textNodes(root)) node.nodeValue = change(node.nodeValue ?? "");
  for (const element of [root, ...root.querySelectorAll("*")]) {
    for (const name of wordedAttributes) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, change(value));
    }
    if (element.matches("input[type=button],input[type=submit],input[type=reset]") && element.hasAttribute("value")) {
      element.setAttribute("value", change(element.getAttribute("value") ?? ""));
    }
  }
}
