import { baseCss, mapCss, tokensCss } from "@waymark/sdk/look";
import { isOurs } from "../recorder/host-element.ts";
import { panelCss } from "./style.ts";

/** The editor's element on the page. */
export interface Hung {
  /** What is drawn into. */
  root: HTMLElement;
  stop(): void;
}

/** What the host must not hear while somebody works in the editor. */
const heard = [
  ...["keydown", "keyup", "keypress", "input", "change", "click", "dblclick", "submit", "paste", "copy", "cut"],
  ...["pointerdown", "pointerup", "mousedown", "mouseup", "touchstart", "touchend", "wheel", "contextmenu"],
];

function adopt(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokensCss("auto") + baseCss + mapCss + panelCss);
  root.adoptedStyleSheets = [sheet];
}

/** Moves into the dialog that the host has opened: all else is inert. */
function followDialogs(element: HTMLElement): () => void {
  const home = (): Element => [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body;
  const look = (): void => {
    const at = home();
    if (element.isConnected && element.parentElement === at) return;
    at.append(element);
    if (element.popover && !element.matches(":popover-open")) element.showPopover();
  };
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["open"],
    subtree: true,
    childList: true,
  });
  look();
  return () => observer.disconnect();
}

/** A host that opens a modal of its own hides all else from screen readers: the editor stays with whoever writes. */
function stayOpen(element: HTMLElement): () => void {
  const attributes = ["aria-hidden", "inert"];
  const observer = new MutationObserver(() => {
    for (const each of attributes) if (element.hasAttribute(each)) element.removeAttribute(each);
  });
  observer.observe(element, { attributeFilter: attributes });
  return () => observer.disconnect();
}

/** What of Waymark opens later, in the preview, would lie over the editor: on a phone over what ends the preview too. */
function stayOnTop(element: HTMLElement, signal: AbortSignal): void {
  const raise = ({ target, newState }: ToggleEvent): void => {
    if (newState !== "open" || target === element || !(target instanceof Element) || !isOurs(target)) return;
    if (!element.matches(":popover-open")) return;
    const focused = element.shadowRoot?.activeElement;
    element.hidePopover();
    element.showPopover();
    if (focused instanceof HTMLElement) focused.focus();
  };
  document.addEventListener("toggle", raise as EventListener, { signal, capture: true });
}

/** Hangs the editor over the page: in the top layer, in a shadow tree of its own, heard by nobody else. */
export function hang(dir: "ltr" | "rtl", theme: "light" | "dark" | null, accent: string | undefined): Hung {
  const element = document.createElement("waymark-author");
  if (accent && CSS.supports("color", accent)) element.style.setProperty("--_accent", accent);
  const dark = theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  element.style.setProperty("--_color-scheme", dark);
  element.popover = "manual";
  const shadow = element.attachShadow({ mode: "open" });
  adopt(shadow);
  const root = document.createElement("div");
  root.className = "wm";
  root.dir = dir;
  shadow.append(root);
  const ending = new AbortController();
  const { signal } = ending;
  for (const type of heard) element.addEventListener(type, (event) => event.stopPropagation(), { signal });
  // A host that holds the focus in its own dialog would take it out of our fields.
  for (const type of ["focusin", "focusout"]) {
    const hide = (event: Event): void => {
      if (isOurs(event.target ?? undefined)) event.stopImmediatePropagation();
    };
    window.addEventListener(type, hide, { signal, capture: true });
  }
  stayOnTop(element, signal);
  const unfollow = followDialogs(element);
  const close = stayOpen(element);
  return {
    root,
    stop: () => {
      ending.abort();
      unfollow();
      close();
      element.remove();
    },
  };
}
