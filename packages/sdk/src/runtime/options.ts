import type { Subject } from "@waymark/engine";
import type { Journey, Scalar } from "@waymark/schema";

/** Who is in front of the screen. */
export interface User {
  /** The host's own id. Left out: a random id of this device, merged when the person signs in. */
  id?: string | undefined;
  /** Shown on this device only. */
  name?: string | undefined;
  /** Role ids: `["sales-rep"]`. */
  roles?: readonly string[] | undefined;
  traits?: Readonly<Record<string, Scalar>> | undefined;
  /** A signed token (JWT) of the host's server, or how to get one: makes the person verified and their progress follow them. */
  token?: string | (() => Promise<string>) | undefined;
}

export type Consent = "granted" | "pending" | "denied";

/** A record the host declares. */
export type DeclaredSubject = Subject;

/** What `createWaymark` takes. Everything is optional but a source of journeys: `key` with `collector`, or `journeys`. */
export interface WaymarkOptions {
  /** The project's write key. */
  key?: string | undefined;
  /** The collector's address, `https://waymark.example.com`. */
  collector?: string | undefined;
  /** Journeys given inline; they win over the collector's of the same id. */
  journeys?: readonly Journey[] | undefined;
  user?: User | undefined;
  /** Records by type: `{ deal: [{ id: "17", label: "Nordwind" }] }`. */
  subjects?: Readonly<Record<string, readonly DeclaredSubject[]>> | undefined;
  /** Elements handed over by name, for `{ "ref": "name" }`. */
  targets?: Readonly<Record<string, () => Element | null>> | undefined;
  /** Conditions of the host's own, for `{ "custom": "name" }`. */
  conditions?: Readonly<Record<string, () => boolean>> | undefined;
  /** How the app opens a path; left out, a link of the host's is clicked or the address is assigned. */
  navigate?: ((path: string) => void) | undefined;
  /** Default `granted`; with Global Privacy Control or Do Not Track `denied`. */
  consent?: Consent | undefined;
  /** BCP 47. Default: the page's `lang`, else the browser's. */
  locale?: string | undefined;
  /** Words of the interface that replace ours, by key. */
  texts?: Readonly<Record<string, string>> | undefined;
  /**
   * The public file of answers to what people reported (`waymark.answers/1`): its address, or what gives its content. It is
   * fetched without credentials by everybody alike and matched on the device. Default: no answers.
   */
  answers?: string | (() => Promise<unknown>) | undefined;
  theme?: { mode?: "light" | "dark" | "auto" | undefined; accent?: string | undefined } | undefined;
  /** The nonce of the page's content security policy. */
  nonce?: string | undefined;
}
