/**
 * Runs in the page before anything else: remembers what is begun and not ended, and puts `living()` on the window. What
 * hangs on a node that left the document is gone with it and not counted. Self-contained: it is sent to the page as text.
 */
export function countLiving(): void {
  const living = new Map<unknown, { what: string; on: unknown }>();
  const ids = new WeakMap<object, number>();
  let next = 0;
  const idOf = (value: object): number => {
    const known = ids.get(value) ?? next++;
    ids.set(value, known);
    return known;
  };
  const keyOf = (on: object, type: string, listener: object, options: unknown): string => {
    const capture = typeof options === "object" ? (options as AddEventListenerOptions | null)?.capture : options;
    return `${idOf(on)} ${type} ${idOf(listener)} ${Boolean(capture)}`;
  };

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  Object.assign(EventTarget.prototype, {
    addEventListener(this: EventTarget, ...args: Parameters<typeof addEventListener>) {
      const [type, listener, options] = args;
      const on = this ?? window;
      if (listener)
        living.set(keyOf(on, type, listener, options), { what: `listener ${type} on ${on.constructor.name}`, on });
      return addEventListener.apply(on, args);
    },
    removeEventListener(this: EventTarget, ...args: Parameters<typeof removeEventListener>) {
      const [type, listener, options] = args;
      const on = this ?? window;
      if (listener) living.delete(keyOf(on, type, listener, options));
      return removeEventListener.apply(on, args);
    },
  });

  const world = window as unknown as Record<string, (...args: unknown[]) => unknown>;
  const pairs: [set: string, clear: string][] = [
    ["setTimeout", "clearTimeout"],
    ["setInterval", "clearInterval"],
    ["requestAnimationFrame", "cancelAnimationFrame"],
    ["requestIdleCallback", "cancelIdleCallback"],
  ];
  for (const [set, clear] of pairs) {
    const begin = world[set] as (...args: unknown[]) => unknown;
    const end = world[clear] as (...args: unknown[]) => unknown;
    world[set] = (call, ...rest) => {
      const handle: unknown = begin.call(
        window,
        (...args: unknown[]) => {
          if (set !== "setInterval") living.delete(`${set} ${String(handle)}`);
          (call as (...given: unknown[]) => void)(...args);
        },
        ...rest,
      );
      living.set(`${set} ${String(handle)}`, { what: set, on: null });
      return handle;
    };
    world[clear] = (handle) => {
      living.delete(`${set} ${String(handle)}`);
      end.call(window, handle);
    };
  }

  for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"] as const) {
    const prototype = window[name].prototype as { observe(...args: unknown[]): void; disconnect(): void };
    const { observe, disconnect } = prototype;
    Object.assign(prototype, {
      observe(this: object, ...args: unknown[]) {
        living.set(this, { what: name, on: null });
        observe.apply(this, args);
      },
      disconnect(this: object) {
        living.delete(this);
        disconnect.apply(this);
      },
    });
  }

  const Channel = window.BroadcastChannel;
  window.BroadcastChannel = class extends Channel {
    constructor(name: string) {
      super(name);
      living.set(this, { what: "BroadcastChannel", on: null });
    }
    override close(): void {
      living.delete(this);
      super.close();
    }
  };

  const isGone = (on: unknown): boolean =>
    (on instanceof Node && !on.isConnected) || on instanceof BroadcastChannel || on instanceof IDBRequest;
  Object.assign(window, { living: () => [...living.values()].filter(({ on }) => !isGone(on)).map(({ what }) => what) });
}
