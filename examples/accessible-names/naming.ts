import { nameOf, roleOf } from "@waymark/sdk/targeting";
import { computeAccessibleName, getRole } from "dom-accessibility-api";

const plain = (text: string | null | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();

/** What two implementations say of each of some elements. */
function compareNames(
  selector: string,
): { html: string; name: string; other: string; role: string; otherRole: string }[] {
  return Array.from(document.querySelectorAll(selector), (element) => ({
    html: plain(element.outerHTML).slice(0, 160),
    name: nameOf(element),
    other: plain(computeAccessibleName(element)),
    role: roleOf(element) ?? "",
    otherRole: getRole(element) ?? "",
  }));
}

Object.assign(window, { compareNames });
