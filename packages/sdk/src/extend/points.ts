import type { JourneyView } from "@waymark/engine";
import type { BriefAnswer } from "@waymark/schema";
import type { ReadableAtom } from "nanostores";
import type { Stop, Store } from "../ports/platform.ts";
import type { Announcement, GuideView } from "../runtime/guide-view.ts";
import type { Happening } from "../runtime/happening.ts";
import type { RoomName, RoomSubject, Surface } from "../runtime/surface.ts";

/**
 * A condition of the host's own. A function is asked whenever the page changes; an object says itself when to ask, for what
 * no change of the page shows.
 *
 * @example
 * ```ts
 * const online: CustomCondition = {
 *   holds: () => navigator.onLine,
 *   watch: (changed) => {
 *     addEventListener("online", changed);
 *     return () => removeEventListener("online", changed);
 *   },
 * };
 * ```
 */
export type CustomCondition =
  | (() => boolean)
  | {
      /** Whether it is so now. What throws does not hold, and is counted. */
      holds(): boolean;
      /** Calls `changed` when `holds` may answer otherwise; returns what ends that. */
      watch?(changed: () => void): Stop;
    };

/**
 * Finds an element by what only the host or a plugin knows: a grid's row model, a canvas's hit areas. Quick, since it may be
 * asked with every change of the page; `null` rather than a guess.
 */
export type TargetStrategy = (at?: string) => Element | null;

/** The step whose main button was pressed. */
export interface Deed {
  journey: string;
  step: string;
  /** Wire form `deal:17`; `null` for the person's own. */
  subject: string | null;
}

/** Begins a deed: opens the host's dialog, dials a number. It completes nothing; the step's `done` does. */
export type Action = (deed: Deed) => void;

/** What a surface may read and do. */
export interface SurfaceHost {
  /** What it was opened on. */
  readonly of: RoomSubject;
  readonly $journeys: ReadableAtom<readonly JourneyView[]>;
  /** The person's language, BCP 47. */
  readonly locale: string;
  /** Closes it, and gives the focus back. */
  close(): void;
  open(surface: "launcher" | "panel" | "brief" | RoomName, of?: RoomSubject): void;
  show(journey: string, step: string, subject: string | null): void;
}

/**
 * A surface of the host's own, in our frame: its title, its close button, its place, its theme, Escape and the focus are
 * ours, what is inside is its own.
 */
export interface CustomSurface {
  /** Names it for everybody, and is its line in the menu. A function is asked with the person's language. */
  title: string | ((locale: string) => string);
  /** `corner`, where the panel is (default), or `middle`, over a dimmed page. */
  spot?: "corner" | "middle";
  /** No line in the launcher's menu: it opens by `waymark.open` only. */
  unlisted?: boolean;
  /** Style rules inside the surface; the tokens of docs/theming.md are there. */
  css?: string;
  /** Draws into `root`, an empty element. What it returns ends it. */
  mount(root: HTMLElement, host: SurfaceHost): Stop;
}

/** How a mark of an author's text looks: CSS declarations, such as `"font-family: monospace"`. */
export type Mark = string;

/**
 * Takes what happens, with consent only: of the host's own events those that a journey names, with the props it reads. What
 * it throws is counted and harms nothing. Quick, or later.
 */
export type Destination = (happening: Happening) => void;

/** Keeps state on this device: values are structured-cloneable, and `update` is one transaction. */
export type Storage = Store;

/** All that our overlay draws from, and all that it calls. */
export interface HeadlessView {
  readonly $surface: ReadableAtom<Surface>;
  /** The journeys that are for this person here and now, the one to show first first. */
  readonly $journeys: ReadableAtom<readonly JourneyView[]>;
  /** The journey of the open panel or brief, for its record. */
  readonly $current: ReadableAtom<JourneyView | null>;
  /** The guide on the real screen: what to say, and the element to say it at. */
  readonly $guide: ReadableAtom<GuideView | null>;
  /** What a screen reader is to be told, politely. */
  readonly $announcement: ReadableAtom<Announcement | null>;
  /** Our words in the person's language, by key. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  open(surface: "launcher" | "panel" | "brief" | RoomName, of?: RoomSubject): void;
  close(): void;
  answerBrief(journey: string, answer: BriefAnswer): void;
  /** The main button of a step: opens its page, calls its action, shows its target. */
  act(journey: string, step: string, subject: string | null): void;
  /** "Show me". */
  show(journey: string, step: string, subject: string | null): void;
  next(): void;
  back(): void;
  stopGuide(): void;
  tick(journey: string, step: string, subject: string | null): void;
  untick(journey: string, step: string, subject: string | null): void;
  skip(journey: string, step: string, subject: string | null): void;
  /** "Not now": until tomorrow morning; `forGood` until it is asked for again. */
  hide(journey: string, forGood: boolean): void;
}

/** Draws the overlay in place of ours. Called once for each person; what it returns ends it. */
export type Headless = (view: HeadlessView) => Stop;
