/** The guide on the real screen: one stop at a time. */
export interface GuideView {
  journey: string;
  subject: string | null;
  step: string;
  title: string;
  say: string;
  /** Stops of this step's guide; `index` counts from 0. */
  index: number;
  count: number;
  /** `searching`: awaited; `lost`: not found in time, say so; `found`: `element` is there. */
  status: "searching" | "found" | "lost";
  element: Element | null;
}

/** One polite announcement for screen readers; a new object each time. */
export interface Announcement {
  text: string;
}
