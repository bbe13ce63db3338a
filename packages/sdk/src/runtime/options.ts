import type { Subject } from "@waymark/engine";
import type { Journey, Scalar } from "@waymark/schema";
import type {
  Action,
  CustomCondition,
  CustomSurface,
  Destination,
  Headless,
  Mark,
  Storage,
  TargetStrategy,
} from "../extend/points.ts";

/** Who is in front of the screen. */
export interface User {
  /** The host's own id. Left out: a random id of this device, merged when the person signs in. */
  id?: string | undefined;
  /** Shown on this device only. */
  name?: string | undefined;
  /** Role ids: `["sales-rep"]`. */
  roles?: readonly string[] | undefined;
  /** What the role is called in the person's language: "sales rep". Default: its title in the option `roles`. */
  roleTitle?: string | undefined;
  traits?: Readonly<Record<string, Scalar>> | undefined;
  /** A signed token (JWT) of the host's server, or how to get one: makes the person verified and their progress follow them. */
  token?: string | (() => Promise<string>) | undefined;
}

export type Consent = "granted" | "pending" | "denied";

/** A record the host declares. */
export type DeclaredSubject = Subject;

/** Something new, told once to each person: a banner, never a dialog. */
export interface NewsItem {
  /** Names it for good: what a person has closed does not come back under the same id. */
  id: string;
  title: string;
  /** Why it helps them; a small Markdown subset. */
  text?: string | undefined;
  /** What they can do about it: a journey to open, or a page. */
  action?: { label: string; journey?: string | undefined; open?: string | undefined } | undefined;
  /** From then on it is not news any more, RFC 3339. */
  until?: string | undefined;
}

/** What a person asks for that the library does not hold, in their own words. */
export interface LibraryRequest {
  /** At most 500 characters. */
  text: string;
  /** The language they use, BCP 47. */
  locale: string;
}

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
  /**
   * Elements handed over by name, for `{ "ref": "name" }`. One that knows many elements is told which:
   * `{ "ref": "cell", "at": "B7" }` calls `cell("B7")`. `null`: not here, and the target's other ways are tried.
   */
  targets?: Readonly<Record<string, TargetStrategy>> | undefined;
  /** Conditions of the host's own, for `{ "custom": "name" }`. */
  conditions?: Readonly<Record<string, CustomCondition>> | undefined;
  /** What begins a deed, for `do: { "action": "name" }`: called when the person presses the step's main button. */
  actions?: Readonly<Record<string, Action>> | undefined;
  /** Surfaces of the host's own, by name: `waymark.open("name")` and a line in the launcher's menu. */
  surfaces?: Readonly<Record<string, CustomSurface>> | undefined;
  /** Marks that authors may use in texts besides ours, by name: `:kbd[Ctrl+K]`. */
  marks?: Readonly<Record<string, Mark>> | undefined;
  /** Where happenings go besides the collector. Called with each one from the first on, and never without consent. */
  destinations?: readonly Destination[] | undefined;
  /** Keeps the person's state on this device in place of IndexedDB. */
  storage?: Storage | undefined;
  /** Draws everything itself: nothing of ours is on the page. Called for each person; what it returns ends it. */
  headless?: Headless | undefined;
  /** How the app opens a path; left out, a link of the host's is clicked or the address is assigned. */
  navigate?: ((path: string) => void) | undefined;
  /** Default `granted`; with Global Privacy Control or Do Not Track `denied`. */
  consent?: Consent | undefined;
  /** BCP 47. Default: the page's `lang`, else the browser's. */
  locale?: string | undefined;
  /** What roles are called, by id: `{ "sales-rep": "sales reps" }`. */
  roles?: Readonly<Record<string, string>> | undefined;
  /** Words of the interface that replace ours, by key. */
  texts?: Readonly<Record<string, string>> | undefined;
  /**
   * The public file of answers to what people reported (`waymark.answers/1`): its address, or what gives its content. It is
   * fetched without credentials by everybody alike and matched on the device. Default: no answers.
   */
  answers?: string | (() => Promise<unknown>) | undefined;
  /**
   * Takes what a person looked for in the library, did not find and asks for: called when they press send, and never
   * before. What it throws or rejects with is told to them, and their words stay. Default: nothing can be asked for.
   *
   * @example
   * ```ts
   * createWaymark({ ...options, onRequest: ({ text }) => fetch("/api/requests", { method: "POST", body: text }) });
   * ```
   */
  onRequest?: ((request: LibraryRequest) => unknown) | undefined;
  /** News, each told once to a person on all their devices; the first that may be shown comes first. */
  announcements?: readonly NewsItem[] | undefined;
  theme?: { mode?: "light" | "dark" | "auto" | undefined; accent?: string | undefined } | undefined;
  /**
   * The focus view. `key` shows all fields and folds them again: `Alt+F` by default, `""` for none. `start`: whether forms
   * begin folded for who has not chosen yet; by default not: a switch beside the form offers it.
   */
  focus?: { key?: string | undefined; start?: boolean | undefined } | undefined;
  /**
   * Opens the library from the keyboard, where there is one: `Alt+K` unless given. Names of `Ctrl`, `Alt`, `Shift`, `Meta`
   * and a key with `+` between them. Without a modifier it is left alone while somebody types. `""` or `null`: none.
   */
  shortcut?: string | null | undefined;
  /** The nonce of the page's content security policy. */
  nonce?: string | undefined;
}
