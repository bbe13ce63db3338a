/** Surfaces whose code loads when they are asked for. `map` is My map. */
export type RoomName = "map" | "library" | "gains" | "settings" | "report" | "ask" | "handover";

/** What a room is opened on: `of` is the room's own business. */
export interface RoomSubject {
  journey?: string | undefined;
  step?: string | undefined;
  subject?: string | null | undefined;
  of?: unknown;
}

/** What is open. The launcher button itself is always there unless the person hid it. */
export type Surface =
  | { name: "closed" }
  /** The list of the person's journeys, opened from the launcher. */
  | { name: "launcher" }
  /**
   * One journey's map with the next action. `subject` is a record of a per-record journey, `null` the list of records;
   * left out, the panel follows the page.
   */
  | { name: "panel"; journey: string; subject?: string | null | undefined }
  /** The role brief: what it is for, what you gain, what we ask. */
  | { name: "brief"; journey: string; subject?: string | null | undefined }
  /** A room; `back` is the panel it was opened from, and where closing it leads. */
  | ({ name: RoomName; back?: Surface | undefined } & RoomSubject);
