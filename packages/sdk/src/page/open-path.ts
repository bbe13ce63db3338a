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

/** Opens a path of the host app: by a link of its own, else by its address. */
export function openPath(path: string): void {
  const address = addressOf(path, location);
  const link = findLink(address);
  if (link) link.click();
  else location.assign(address);
}
