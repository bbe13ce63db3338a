import type { Words } from "../../say.ts";

/** English: the coach card. */
export const guide: Words = {
  "coach.step": "Step {n} of {total}",
  "coach.back": "Back",
  "coach.next": "Next",
  "coach.skip": "Skip",
  "coach.searching": "Looking for the place on this page",
  "coach.lost": "We could not find that button on this page. It may have moved.",
  "coach.scrolled": "The page has been scrolled to it.",
  "coach.unfold": "Show the whole hint",
};
