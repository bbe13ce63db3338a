import type { RecordView } from "@waymark/engine";
import { attempt } from "../../../ports/attempt.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

/** The address of a record's page inside the app; what leads out of it is none. */
function addressIn(url: string | null): URL | null {
  const address = url === null ? undefined : attempt(() => new URL(url, location.href));
  return address?.origin === location.origin ? address : null;
}

/** Opens a record's panel, and its page where the host named one: by the host's router, a link of its own, or its address. */
export function openRecord(runtime: Runtime, journey: string, { subject, url }: RecordView): void {
  runtime.open("panel", { journey, subject });
  const address = addressIn(url);
  if (address === null || address.href === location.href) return;
  const { navigate } = runtime.guest.options;
  if (navigate) {
    navigate(address.pathname + address.search + address.hash);
    return;
  }
  const links = Array.from(document.querySelectorAll<HTMLAnchorElement>("a[href]"));
  const link = links.find(({ href, target }) => href === address.href && !target);
  if (link) link.click();
  else location.assign(address.href);
}
