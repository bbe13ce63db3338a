import type { JourneyView, StationView } from "@waymark/engine";
import type { BriefAnswer } from "@waymark/schema";
import type { ReadableAtom } from "nanostores";
import type { ComponentType } from "preact";
import type { Say, Words } from "../overlay/say.ts";
import type { Stop } from "../ports/platform.ts";
import type { Finder } from "../targeting/finder.ts";
import type { Guest } from "./guest.ts";
import type { Announcement, GuideView } from "./guide-view.ts";
import type { RoomName, RoomSubject, Surface } from "./surface.ts";

export type { Announcement, GuideView } from "./guide-view.ts";

/** Places in our surfaces where a service may add something of its own. */
export type SlotName =
  /** Above the text of a station's card. */
  | "card-head"
  /** At the end of the card's first line. */
  | "card-due"
  /** In the line with the minutes. */
  | "card-meta"
  /** Below the quiet acts of a card. */
  | "card-foot"
  /** On the map, on the inside of the bend at each station: people and marks. */
  | "station"
  /** Between the panel's card and its foot. */
  | "panel"
  /** In the panel's foot, beside "Why am I using this?". */
  | "panel-foot"
  /** The menu over the launcher. */
  | "journeys"
  /** The list of records in the panel. */
  | "records"
  /** Above the journeys of the launcher's menu. */
  | "menu-head"
  /** Lines below the journeys of the launcher's menu. */
  | "menu"
  /** Above the pill, as a quiet line. */
  | "pill";

/** What a slot's component is told. */
export interface SlotProps {
  runtime: Runtime;
  journey?: JourneyView | undefined;
  station?: StationView | undefined;
}

/** Something a service puts into a slot, with the styles and the English words it needs. */
export interface Filling {
  slot: SlotName;
  view: ComponentType<SlotProps>;
  css?: string | undefined;
  words?: Words | undefined;
}

/** How it should look: from the host and the person's system. */
export interface Look {
  theme: "light" | "dark" | "auto";
  dir: "ltr" | "rtl";
  /** The host's accent, any CSS colour; `null`: ours. */
  accent: string | null;
  locale: string;
}

/** What the overlay reads and calls. It computes nothing worth testing and imports only types from here. */
export interface Runtime {
  $surface: ReadableAtom<Surface>;
  /** The journeys that are for this person here and now, the one to show first first. */
  $journeys: ReadableAtom<readonly JourneyView[]>;
  /** The journey of the open panel or brief, for its record. */
  $current: ReadableAtom<JourneyView | null>;
  $guide: ReadableAtom<GuideView | null>;
  $announcement: ReadableAtom<Announcement | null>;
  $look: ReadableAtom<Look>;
  /** A step just finished while its panel is open: the overlay draws the walk once. */
  $walked: ReadableAtom<{ journey: string; subject: string | null; step: string } | null>;
  /** The nonce of the host's content security policy, for a `<style>` where sheets cannot be constructed. */
  nonce: string | null;
  /** Words of the interface in the person's language, by key, with `{name}` filled in. */
  readonly say: Say;
  /** Goes on in another language. `locale` is a BCP 47 tag. */
  speak(words: Words, locale: string): void;
  /** The shared state, for rooms and services. */
  readonly guest: Guest;
  /** What services have put into our surfaces. */
  $fillings: ReadableAtom<readonly Filling[]>;
  /** Puts something into a slot until it is stopped; drawn again with everything else, or by `redraw`. */
  fill(filling: Filling): Stop;
  /** Draws all open surfaces again: for services whose state is in no store of the runtime. */
  redraw(): void;
  /** Tells a screen reader, politely. */
  announce(text: string): void;
  open(surface: "launcher" | "panel" | "brief" | RoomName, of?: RoomSubject): void;
  close(): void;
  answerBrief(journey: string, answer: BriefAnswer): void;
  /** The primary action: opens the step's page and shows the target there. */
  act(journey: string, step: string, subject: string | null): void;
  /** "Show me": the guide on the real screen. */
  show(journey: string, step: string, subject: string | null): void;
  next(): void;
  back(): void;
  /** Where something of the page is, while the guide runs. */
  find: Finder["find"];
  stopGuide(): void;
  /** Ticks by hand, takes a tick back, or sets a step aside as "does not apply to my work". */
  tick(journey: string, step: string, subject: string | null): void;
  untick(journey: string, step: string, subject: string | null): void;
  skip(journey: string, step: string, subject: string | null): void;
  /** "Not now": hides the journey until tomorrow morning; `forGood` until it is asked for again. */
  hide(journey: string, forGood: boolean): void;
}
