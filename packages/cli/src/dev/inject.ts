/** Where the proxy keeps what is Waymark's own; nothing of the app is under it. */
export const ownPath = "/__waymark/";

/** Who the pages are shown to. */
export interface DevPerson {
  key: string;
  roles: readonly string[];
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Puts the guide into a page, before the page's own: of two guides the first one stays.
 *
 * @returns The page as it was where it has neither head nor body, as a part of one that a script fetches.
 */
export function injectGuide(html: string, { key, roles }: DevPerson): string {
  const place = /<head\b[^>]*>/i.exec(html) ?? /<body\b[^>]*>/i.exec(html);
  if (!place) return html;
  const at = place.index + place[0].length;
  const person = `data-key="${escaped(key)}" data-user="dev" data-roles="${escaped(roles.join(" "))}"`;
  const tags = `<script src="${ownPath}reload.js"></script><script async src="${ownPath}waymark.js" ${person}></script>`;
  return `${html.slice(0, at)}${tags}${html.slice(at)}`;
}

/** Loads the page again once a journey was saved. */
export const reloadScript: string = `new EventSource("${ownPath}saved").addEventListener("message", () => location.reload());\n`;
