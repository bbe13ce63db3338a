import { useDataProvider, useNotify, useRefresh } from "react-admin";
import type { Records, Resource } from "./records.ts";

interface Save {
  create<R extends Resource>(resource: R, data: Omit<Records[R], "id">): Promise<Records[R]>;
  update<R extends Resource>(resource: R, id: number, data: Partial<Records[R]>): Promise<Records[R]>;
  /** Shows the saved state everywhere, with a word to the person. */
  settle(message: string): void;
}

/** Writes through the data provider; resolves once the record is saved. */
export function useSave(): Save {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const refresh = useRefresh();
  return {
    async create(resource, data) {
      return (await dataProvider.create(resource, { data })).data;
    },
    async update(resource, id, data) {
      return (await dataProvider.update(resource, { id, data, previousData: { id } })).data;
    },
    settle(message) {
      refresh();
      notify(message, { type: "info", autoHideDuration: 2_000 });
    },
  };
}
