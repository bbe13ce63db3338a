import type { Changes } from "./changes.ts";
import type { ControlDb } from "./control/tables.ts";
import type { EventStore } from "./events/event-store.ts";
import type { Freezer } from "./freezing/freezer.ts";
import type { Secrets } from "./identity/secrets.ts";
import type { Pace } from "./ingest/pace.ts";
import type { Insight } from "./insights/insight.ts";
import type { Metrics } from "./operations/metrics.ts";
import type { Erasures } from "./privacy/erasures.ts";

/** What a line of the log says beside its message. None is named like a part of the line: whoever reads JSON would see one. */
export type Facts = Readonly<Record<string, string | number>> & { level?: never; time?: never; message?: never };

/** Where a line about something unexpected goes. It never holds a person, a key or a body. */
export interface Logger {
  error(message: string, facts: Facts): void;
  /** That something began, ended or was done. */
  info?(message: string, facts?: Facts): void;
  /** Every answered request. */
  debug?(message: string, facts?: Facts): void;
}

/** Directories of built files to serve. */
export interface Assets {
  /** The SDK's script build: `waymark.js` and its chunks. */
  sdk?: string | undefined;
  /** The dashboard's build: `index.html` and its files. */
  dashboard?: string | undefined;
  /** The editor's script build: `author.js` and its chunks. */
  author?: string | undefined;
}

/** What every room of one collector works with. */
export interface World {
  control: ControlDb;
  events: EventStore;
  secrets: Secrets;
  freezer: Freezer;
  erasures: Erasures;
  changes: Changes;
  pace: Pace;
  /** Reports that the operator added, by name. */
  insights: Readonly<Record<string, Insight>>;
  assets: Assets;
  logger: Logger;
  metrics: Metrics;
  /** What opens `/metrics`, where the operator set one. */
  metricsToken: string | undefined;
  /** Unix ms. */
  now(): number;
}
