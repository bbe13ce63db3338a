/** Undoes what was started. Safe to call twice. */
export type Stop = () => void;

/** A small map, durable where it can be. Values are structured-cloneable. */
export interface Store {
  get<T>(key: string): Promise<T | undefined>;
  /** Reads, changes and writes in one transaction, so that two tabs cannot lose each other's change. */
  update<T>(key: string, change: (old: T | undefined) => T): Promise<void>;
}

/** Where events wait on disk until they are delivered, by event id. Rejects where storage is broken. */
export interface QueueWriter {
  add(entries: readonly (readonly [id: string, value: unknown])[]): Promise<void>;
}

/** The world, as the guest meets it. Tests pass the parts they need. */
export interface Platform {
  /** Unix milliseconds. */
  now(): number;
  /** Calls back after `ms`. */
  after(ms: number, call: () => void): Stop;
  /** Calls back when the page has nothing better to do. */
  whenIdle(call: () => void): Stop;
  /** A UUID of version 7 for the given moment. */
  id(now: number): string;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Durable state of this device. */
  store: Store;
  /** The queue of one person on this device. */
  queue(name: string): QueueWriter;
  /** Text kept for this tab only; `null` where it is not there. */
  tab: { get(key: string): string | null; set(key: string, value: string): void };
  page: {
    /** Path of the open page; a hash route counts as the path. */
    path(): string;
    onPath(call: () => void): Stop;
  };
}
