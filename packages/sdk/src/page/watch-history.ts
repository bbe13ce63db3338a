import type { Stop } from "../ports/platform.ts";

/**
 * Older browsers say nothing when an app changes its route by `pushState`: wrap the calls and say it for them. Loaded only
 * where the Navigation API is not; elsewhere nothing is touched.
 */
export function watchHistory(): Stop {
  const { history } = window;
  const names = ["pushState", "replaceState"] as const;
  const undo = names.map((name): Stop => {
    const before = Object.getOwnPropertyDescriptor(history, name);
    const original = history[name];
    const wrapped = function wrapped(this: History, ...args: Parameters<typeof original>): void {
      original.apply(this, args);
      window.dispatchEvent(new Event("waymark-path"));
    };
    history[name] = wrapped;
    return () => {
      // Whoever wrapped it after us goes on: what we would put back is what they have wrapped.
      if (history[name] !== wrapped) return;
      if (before) Object.defineProperty(history, name, before);
      else Reflect.deleteProperty(history, name);
    };
  });
  // The app may have gone on while this was on its way.
  window.dispatchEvent(new Event("waymark-path"));
  return () => {
    for (const each of undo) each();
  };
}
