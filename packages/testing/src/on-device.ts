import type { Page } from "playwright-core";

/** Everything that the guest has put on this device so far, as text: what is not there is lost with the page. */
export function onDevice(page: Page, store: "kv" | "queue" = "kv"): Promise<string> {
  return page.evaluate(
    (name) =>
      new Promise<string>((resolve, reject) => {
        const open = indexedDB.open("waymark");
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction(name).objectStore(name).getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            open.result.close();
            resolve(JSON.stringify(all.result));
          };
        };
      }),
    store,
  );
}
