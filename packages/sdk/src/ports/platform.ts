import type { atom } from "nanostores";

/** Undoes what was started. Safe to call twice. */
export type Stop = () => void;

/** A small map, durable where it can be. Values are structured-cloneable. */
export interface Store {
  get<T>(key: string): Promise<T | undefined>;
  /** Reads, changes and writes in one transaction, so that two tabs cannot lose each other's change. */
  update<T>(key: string, change: (old: T | undefined) => T): Promise<void>;
}

/**
 * One transaction on this device's disk: in `kv`, or in `queue`, where events wait until they are delivered. Resolves with
 * the result of the request that `act` gives back, once all is committed; rejects where storage is broken.
 */
export type Disk = <T = void>(
  store: "kv" | "queue",
  mode: IDBTransactionMode,
  // biome-ignore lint/suspicious/noConfusingVoidType: an act that only writes gives back nothing.
  act: (objects: IDBObjectStore) => IDBRequest<T> | void,
) => Promise<T>;

/** The world, as the guest meets it. Tests pass the parts they need. */
export interface Platform {
  /** Makes a store. The door brings it, and the rooms behind it need no second copy. */
  atom: typeof atom;
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
  disk: Disk;
  /** Text kept for this tab only; `null` where it is not there. */
  tab: { get(key: string): string | null; set(key: string, value: string): void };
  page: {
    /** Path of the open page; a hash route counts as the path. */
    path(): string;
    onPath(call: () => void): Stop;
  };
}
