// The company's own analytics, and state kept where its security team wants it.
import { type Destination, definePlugin, type Plugin, type Storage } from "@waymark/sdk/extend";

// #region destination
/** Sends what happens to an address of the company's own: after the page has painted, and also when it is being left. */
export const toAddress = (url: string, send: (url: string, body: string) => unknown): Destination => {
  return ({ type, journey, step, subject, at, props }) => {
    void send(url, JSON.stringify({ name: type, journey, step, subject, at, ...props }));
  };
};

export const analyticsPlugin = (url: string): Plugin =>
  definePlugin({
    name: "analytics",
    destinations: [toAddress(url, (to, body) => navigator.sendBeacon(to, body))],
  });
// #endregion destination

// #region storage
/** Keeps state in one of the page's own storages, as JSON; the browser's locks keep tabs from losing each other's change. */
export function webStorage(storage: globalThis.Storage, prefix = "guide:"): Storage {
  const read = <T>(key: string): T | undefined => {
    const text = storage.getItem(prefix + key);
    return text === null ? undefined : (JSON.parse(text) as T);
  };
  return {
    get: async (key) => read(key),
    update: (key, change) =>
      navigator.locks.request(prefix + key, () => {
        const next = change(read(key));
        if (next === undefined) storage.removeItem(prefix + key);
        else storage.setItem(prefix + key, JSON.stringify(next));
      }),
  };
}
// #endregion storage
