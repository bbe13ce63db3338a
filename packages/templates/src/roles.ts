import type { Journey } from "@waymark/schema";
import aCampaignThatIsRead from "../journeys/roles/a-campaign-that-is-read.journey.json" with { type: "json" };
import aQueueWithoutSurprises from "../journeys/roles/a-queue-without-surprises.journey.json" with { type: "json" };
import aQuietPipelineReview from "../journeys/roles/a-quiet-pipeline-review.journey.json" with { type: "json" };
import aWeekOnOnePage from "../journeys/roles/a-week-on-one-page.journey.json" with { type: "json" };
import anOrderWithoutQuestions from "../journeys/roles/an-order-without-questions.journey.json" with { type: "json" };
import closeTheMonth from "../journeys/roles/close-the-month.journey.json" with { type: "json" };
import fromApplicantToColleague from "../journeys/roles/from-applicant-to-colleague.journey.json" with { type: "json" };
import fromLeadToYes from "../journeys/roles/from-lead-to-yes.journey.json" with { type: "json" };
import fromNewToSolved from "../journeys/roles/from-new-to-solved.journey.json" with { type: "json" };
import fromTaskToShipped from "../journeys/roles/from-task-to-shipped.journey.json" with { type: "json" };
import keepAndGrowAnAccount from "../journeys/roles/keep-and-grow-an-account.journey.json" with { type: "json" };
import theFirstNinetyDays from "../journeys/roles/the-first-ninety-days.journey.json" with { type: "json" };

/**
 * One journey for each of twelve kinds of work, of four or five steps: what somebody who begins in it is shown first.
 * English; `@waymark/templates/roles/de` and `/fr` have their words for `withTexts`.
 *
 * @example
 * ```ts
 * const first = roleTemplates.find(({ roles }) => roles?.includes("recruiter"));
 * ```
 */
export const roleTemplates: readonly Journey[] = [
  fromLeadToYes,
  keepAndGrowAnAccount,
  aQuietPipelineReview,
  fromNewToSolved,
  aQueueWithoutSurprises,
  aCampaignThatIsRead,
  theFirstNinetyDays,
  fromApplicantToColleague,
  closeTheMonth,
  aWeekOnOnePage,
  anOrderWithoutQuestions,
  fromTaskToShipped,
] as readonly Journey[];
