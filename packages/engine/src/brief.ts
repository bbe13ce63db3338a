import type { BriefAnswer, Journey, Run } from "@waymark/schema";
import { hashText } from "./leaf.ts";

/** Identifies the words of a journey's brief: the brief is asked again only when they change. */
export function briefText(journey: Journey): string {
  const brief = journey.brief;
  return brief ? hashText(`${brief.purpose}\n${brief.benefit}\n${brief.expectation}`).toString(36) : "";
}

/** The person's answer to the brief as it reads now; `null` where it was not asked, or its text changed since. */
export function briefAnswerOf(journey: Journey, run: Run | undefined): BriefAnswer | null {
  return run?.brief?.text === briefText(journey) ? run.brief.answer : null;
}
