import type { Deed, HostEvent } from "./deed.ts";

/** The kind of record a recording was about. */
export interface Binding {
  /** `deal` of `dealId`. */
  subject: string;
  /** The prop that names it in the host's events. */
  prop: string;
  /** The record that was recorded with. */
  id: string;
  /** Its page: `/deals/:id/show`. */
  page: string;
}

const idProp = /^([a-z][a-z0-9]*?)_?id$/i;

function bindingIn({ props }: HostEvent, pages: readonly string[]): Binding | undefined {
  for (const [prop, value] of Object.entries(props)) {
    const subject = idProp.exec(prop)?.[1]?.toLowerCase();
    const id = String(value ?? "");
    const page = pages.find((path) => path.split("/").includes(id));
    if (subject && id && page) return { subject, prop, id, page: patternOf(page, id) };
  }
  return undefined;
}

const patternOf = (path: string, id: string): string =>
  path
    .split("/")
    .map((part) => (part === id ? ":id" : part))
    .join("/");

/**
 * The record that the recording was about: a prop like `dealId` in the host's events whose value stands in the address.
 * `null` where it was about none, or about more than one kind.
 */
export function bindRecord(deeds: readonly Deed[]): Binding | null {
  const pages = deeds.flatMap(({ page, to }) => (to ? [page, to] : [page]));
  const bound = deeds.flatMap(({ events }) => events.flatMap((event) => bindingIn(event, pages) ?? []));
  const kinds = new Set(bound.map(({ subject }) => subject));
  return kinds.size === 1 ? (bound[0] ?? null) : null;
}

/** A part of a path that names one record and no other: digits, a UUID, a long mix of both. */
const oneRecord = /^(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|(?=.*\d)[\w-]{12,})$/i;

/** The page as every record of the kind has it: `/deals/17/show` is `/deals/:id/show`. */
export function pagePattern(path: string): string {
  return path
    .split("/")
    .map((part) => (oneRecord.test(part) ? ":id" : part))
    .join("/");
}

/** Where a step is opened: with the record's id left open, `undefined` where the address names a record that is not ours. */
export function openPath(path: string, binding: Binding | null): string | undefined {
  const parts = path.split("/").map((part) => (binding && part === binding.id ? `{${binding.subject}.id}` : part));
  return parts.some((part) => oneRecord.test(part)) ? undefined : parts.join("/");
}
