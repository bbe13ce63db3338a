/**
 * The address of a path in this app, in the form the app itself uses: after a hash where the page is on one, or where its
 * own links are.
 */
export function addressOf(path: string): string {
  const byHash = /^#!?\//.test(location.hash) || document.querySelector('a[href^="#/"], a[href^="#!/"]') !== null;
  return byHash ? `#${path}` : path;
}

/** A link of the host's own to the same address: clicking it lets the app's router do its work. */
function findLink(wanted: string): HTMLElement | undefined {
  return Array.from(document.querySelectorAll<HTMLAnchorElement>("a[href]")).find(
    (link) => link.href === wanted && !link.target,
  );
}

/** Opens a path of the host app: by a link of its own, else by its address. What would leave the app is not opened. */
export function openPath(path: string): void {
  const url = new URL(addressOf(path), location.href);
  if (url.origin !== location.origin || !path.startsWith("/")) return;
  const link = findLink(url.href);
  if (link) link.click();
  else location.assign(url.href);
}
