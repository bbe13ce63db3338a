import type { JourneyPicture, Withheld } from "@waymark/schema";
import { shareFace } from "../drawing/face.ts";
import { dayOf } from "../text/dates.ts";
import { words } from "../words.ts";
import { findNarrowest, findSlowest } from "./narrowest.ts";

/** What is so, as the title of the page. `timeZone` is the project's: it decides which day a date is. */
export function finding(picture: JourneyPicture, timeZone: string): string {
  if (picture.steps.length === 0) return words.finding.noSteps;
  const faces = picture.steps.map((step) => shareFace(step.through, picture.reason));
  const shown = faces.some((face) => face.kind === "exact" || face.kind === "at_least");
  if (!shown) return withheld(picture, timeZone);

  const narrowest = findNarrowest(picture);
  const end = ending(picture);
  if (narrowest !== null) return `${end}; ${words.finding.narrowest(narrowest.title)}`;
  const slowest = findSlowest(picture);
  if (slowest !== null) return `${end}; ${words.finding.slowest(slowest.title)}`;
  return end === words.finding.everyone ? end : `${end}; ${words.finding.noneStandsOut}`;
}

/** One reason speaks for the page: the picture's own, else that of its first step. */
function withheld(picture: JourneyPicture, timeZone: string): string {
  const reason: Withheld = picture.reason ?? picture.steps[0]?.through.reason ?? "too_few";
  if (reason === "unverified") return words.finding.unverified;
  if (reason === "too_few") return words.finding.tooFew(picture.role.title);
  if (picture.nextAt === null) return words.finding.tooFewYet;
  return `${words.finding.tooFewYet} ${words.finding.firstOn(dayOf(picture.nextAt, timeZone))}`;
}

/** How many of the group reach the end. */
function ending(picture: JourneyPicture): string {
  const last = picture.steps.at(-1);
  const first = picture.steps[0];
  const face = last === undefined ? null : shareFace(last.through, picture.reason);
  const group = picture.people ?? first?.through.of ?? null;
  if (face === null || (face.kind !== "exact" && face.kind !== "at_least")) return words.finding.hiddenEnd;
  if (group === null || group === 0) return words.finding.some;
  const share = face.through / group;
  if (face.kind === "exact" && face.through >= group) return words.finding.everyone;
  if (share > 0.5) return words.finding.most;
  if (face.kind === "at_least") return words.finding.some;
  return share === 0.5 ? words.finding.half : words.finding.fewer;
}
