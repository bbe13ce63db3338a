import { isIPv6 } from "node:net";

const ipv4 = /(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1\d\d|\d{1,2})\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|\d{1,2})(?!\w|\.\d)/g;
/** What may be an IPv6 address: at least two colons between hex digits, with an IPv4 tail or a zone. */
const colons = /(?<![\w:.])[\da-f]{0,4}:[\da-f:]*:[\da-f.]*(?:%\w+)?(?![\w:])/gi;
const query = /([a-z][a-z0-9+.-]*:\/\/[^\s"'<>?#\\]*|(?<![\w/])\/[^\s"'<>?#\\]*)[?#][^\s"'<>\\]*/gi;
const userAgent = /Mozilla\/\d[^"\\]*/g;
/** In this order: Chromium's relatives name Chrome and Safari too. */
const families = ["Edg", "OPR", "Firefox", "Chrome", "Safari"];
const anything = /[.:?#/]/;

const familyOf = (agent: string): string => families.find((name) => agent.includes(`${name}/`)) ?? "browser";

/**
 * Takes out of a text what is never kept: addresses, what follows `?` or `#` in an address of a page, and all of a
 * browser's description but its family.
 */
export function scrub(text: string): string {
  if (!anything.test(text)) return text;
  return text
    .replace(userAgent, familyOf)
    .replace(query, "$1")
    .replace(ipv4, "[address]")
    .replace(colons, (each) => (each.length > 2 && isIPv6(each.replace(/%\w+$/, "")) ? "[address]" : each));
}
