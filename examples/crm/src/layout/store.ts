import { localStorageStore, type Store } from "react-admin";

/** Where react-admin keeps a person's choices: theme, open menu, list filters. */
export const store: Store = localStorageStore("1", "halden-crm");
