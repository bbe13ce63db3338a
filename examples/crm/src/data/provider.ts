import localStorageDataProvider from "ra-data-local-storage";
import type { DataProvider } from "react-admin";
import { createSeed } from "./seed/seed.ts";

/** All records live in this browser and survive a reload; `localStorage.clear()` starts afresh. */
export const dataProvider: DataProvider = localStorageDataProvider({
  localStorageKey: "halden-crm.records",
  defaultData: createSeed(),
});
