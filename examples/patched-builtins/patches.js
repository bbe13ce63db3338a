// What hosts, their polyfills and their monitors do to the browser. `?only=promise` does one of them, `?fetch=hangs` says
// what becomes of requests: "throws", "hangs" or "text" (an answer that is none).
(() => {
  const asked = new URLSearchParams(location.search);
  const patches = {
    promise: () => {
      window.Promise = window.OldPromise;
    },
    fetch: () => {
      window.fetch = {
        throws: () => {
          throw new TypeError("fetch is switched off");
        },
        hangs: () => new Promise(() => undefined),
        text: async () => "not a response",
        nothing: () => undefined,
      }[asked.get("fetch") ?? "throws"];
    },
    xhr: () => {
      window.XMLHttpRequest = function XMLHttpRequest() {
        throw new TypeError("no requests here");
      };
    },
    history: () => {
      for (const name of ["pushState", "replaceState"]) {
        const own = history[name];
        history[name] = function patched(...args) {
          window.hostHeard = [...(window.hostHeard ?? []), name];
          return own.apply(this, args);
        };
      }
    },
    arrayFrom: () => {
      // MooTools: no function to map by, and what has no length becomes a list of one.
      Array.from = (item) => {
        if (item == null) return [];
        return typeof item.length === "number" && typeof item !== "string" ? Array.prototype.slice.call(item) : [item];
      };
    },
    json: () => {
      const { stringify } = JSON;
      JSON.stringify = (value, replacer) => stringify(value, replacer, 2);
    },
    clock: () => {
      Date.now = () => 1_000_000_000_000;
    },
    listeners: () => {
      // As zone.js does: every listener is wrapped, and remembered on the function and on the target.
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      const wrapped = new WeakMap();
      EventTarget.prototype.addEventListener = function zoned(type, listener, options) {
        if (!listener) return undefined;
        const call = function zone(event) {
          return typeof listener === "function" ? listener.call(this, event) : listener.handleEvent(event);
        };
        if (!wrapped.has(listener)) wrapped.set(listener, call);
        return addEventListener.call(this ?? window, type, wrapped.get(listener), options);
      };
      EventTarget.prototype.removeEventListener = function zoned(type, listener, options) {
        return removeEventListener.call(this ?? window, type, wrapped.get(listener) ?? listener, options);
      };
    },
  };
  const only = asked.get("only");
  for (const [name, patch] of Object.entries(patches)) if (only === null || only === name) patch();
})();
