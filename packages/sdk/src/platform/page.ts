import type { Platform, Stop } from "../ports/platform.ts";

/** The open page as a path: `#/deals/17` is `/deals/17`, a query is cut off. */
export function currentPath(location: { pathname: string; hash: string }): string {
  const route = /^#!?(\/[^?]*)/.exec(location.hash);
  return route?.[1] ?? location.pathname;
}

/** The address of a path in this app, in the form the app itself uses. */
export function addressOf(path: string, location: { hash: string }): string {
  return /^#!?\//.test(location.hash) ? `#${path}` : path;
}

/** A link of the host's own to the same address: clicking it lets the app's router do its work. */
function findLink(address: string): HTMLElement | undefined {
  const wanted = new URL(address, location.href).href;
  return Array.from(document.querySelectorAll<HTMLAnchorElement>("a[href]")).find(
    (link) => link.href === wanted && !link.target,
  );
}

function openPath(path: string): void {
  const address = addressOf(path, location);
  const link = findLink(address);
  if (link) link.click();
  else location.assign(address);
}

interface NavigationLike extends EventTarget {
  currentEntry?: unknown;
}

/** Hears every change of route: the Navigation API where it is, else `popstate`, `hashchange` and wrapped history calls. */
function onPath(call: () => void): Stop {
  const navigation = (window as { navigation?: NavigationLike }).navigation;
  if (navigation && "currentEntry" in navigation) {
    navigation.addEventListener("currententrychange", call);
    return () => navigation.removeEventListener("currententrychange", call);
  }
  const { history } = window;
  const originals = { pushState: history.pushState, replaceState: history.replaceState };
  for (const name of ["pushState", "replaceState"] as const) {
    history[name] = function wrapped(this: History, ...args: Parameters<History["pushState"]>) {
      originals[name].apply(this, args);
      call();
    };
  }
  window.addEventListener("popstate", call);
  window.addEventListener("hashchange", call);
  return () => {
    Object.assign(history, originals);
    window.removeEventListener("popstate", call);
    window.removeEventListener("hashchange", call);
  };
}

/** The page as it really is. `navigate` is the host's own router where it hands one over. */
export function createPage(navigate: ((path: string) => void) | undefined): Platform["page"] {
  return { path: () => currentPath(location), onPath, open: navigate ?? openPath };
}
