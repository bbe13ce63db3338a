import { type FilterPayload, type SortPayload, useGetList } from "react-admin";
import type { Records, Resource } from "./records.ts";

/** Every record of a resource that passes the filter; this CRM is small enough to need no pages. */
export function useAll<R extends Resource>(
  resource: R,
  filter: FilterPayload = {},
  sort: SortPayload = { field: "id", order: "ASC" },
): Records[R][] {
  const { data } = useGetList<Records[R]>(resource, { filter, sort, pagination: { page: 1, perPage: 1_000 } });
  return data ?? [];
}
