import { matchPage, type Subject } from "@waymark/engine";
import type { RecordListing } from "@waymark/schema";
import { attempt } from "../ports/attempt.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { DomWatch } from "../targeting/await-target.ts";

/** Records beyond this of one page are left out: a list that long is no list to work from. */
const most = 10_000;

/** While a page keeps changing its list is read so often at most. */
const pauseMs = 200;

/** The path of a link as the app itself writes it: after the hash in an app behind one. */
function pathOf({ hash, pathname }: HTMLAnchorElement): string {
  return /^#!?\//.test(hash) ? hash.replace(/^#!?/, "") : pathname;
}

/** One record as a row shows it; `null` where the row names none. */
function readRow(row: Element, listing: RecordListing): Subject | null {
  const links = [row, ...row.querySelectorAll("a[href]")].filter((each) => each instanceof HTMLAnchorElement);
  const byPath = listing.id.startsWith("/");
  const link = byPath ? links.find((each) => matchPage(listing.id, pathOf(each))?.id !== undefined) : links[0];
  const id = byPath ? link && matchPage(listing.id, pathOf(link))?.id : row.getAttribute(listing.id)?.trim();
  if (!id) return null;
  const named = listing.label === undefined ? (link ?? row) : row.querySelector(listing.label);
  const label = named?.textContent?.trim().replace(/\s+/g, " ").slice(0, 200);
  const due = listing.due === undefined ? undefined : row.getAttribute(listing.due);
  return { id, ...(label && { label }), ...(link && { url: link.href }), ...(due && { due }) };
}

/** Whether a row says anything that is not known yet. What the host declared by call stays where the row is silent. */
function isNews(known: Subject | undefined, read: Subject): boolean {
  return (
    known?.label !== read.label || (read.url ?? known?.url) !== known?.url || (read.due ?? known?.due) !== known?.due
  );
}

/**
 * Declares the records that a page of the host lists, where a journey says how (`per.list`): on arrival, and again when
 * the page has changed. Nothing is watched while no journey wants it.
 */
export function readLists(guest: Guest, watch: DomWatch): Stop {
  const scope = createScope();
  let stop: Stop | undefined;

  const wanted = (): (readonly [type: string, listing: RecordListing])[] =>
    guest.$documents
      .get()
      .flatMap(({ per }) => (typeof per === "object" && per.list ? [[per.subject, per.list] as const] : []));

  const read = guest.guard("lists", () => {
    const { subjects } = guest.$scene.get();
    const found: Record<string, Record<string, Subject>> = {};
    for (const [type, listing] of wanted()) {
      const rows = attempt(() => Array.from(document.querySelectorAll(listing.item))) ?? [];
      for (const row of rows.slice(0, most)) {
        const record = attempt(() => readRow(row, listing));
        const known = record ? subjects[type]?.[record.id] : undefined;
        if (!record || !isNews(known, record)) continue;
        const list = found[type] ?? {};
        found[type] = list;
        list[record.id] = { ...known, ...record };
      }
    }
    if (Object.keys(found).length === 0) return;
    const merged = Object.entries(found).map(([type, records]) => [type, { ...subjects[type], ...records }]);
    guest.updateScene({ subjects: { ...subjects, ...Object.fromEntries(merged) } });
  });

  const look = (): void => {
    stop?.();
    stop = undefined;
    if (wanted().length === 0) return;
    let waiting: Stop | undefined;
    const soon = (): void => {
      waiting ??= guest.platform.after(pauseMs, () => {
        waiting = undefined;
        read();
      });
    };
    const unwatch = watch.add(soon);
    stop = () => {
      unwatch();
      waiting?.();
    };
    read();
  };
  scope.add(guest.$documents.listen(look));
  scope.add(() => stop?.());
  look();
  return scope.stop;
}
