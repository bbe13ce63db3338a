import { randomUUID } from "node:crypto";
import type { Choice, Day, Journey, NewDecision, PlanChange } from "@waymark/schema";
import { addDecision, type KeptDecision } from "../control/decisions.ts";
import { addExpectation, currentExpectations } from "../control/expectations.ts";
import type { ControlDb } from "../control/tables.ts";
import { transact } from "../control/transact.ts";
import { CollectorError } from "../errors.ts";
import type { Reader } from "../http/access.ts";
import { noteAct } from "../manage/by.ts";
import type { World } from "../world.ts";
import { dayOf, daysAfter } from "./days.ts";
import { measuredOf } from "./measured.ts";
import { firstPublished, publishedJourney, requireRole, requireStep } from "./place.ts";
import { authorOf } from "./planner.ts";
import { wholeReport } from "./report.ts";
import { orderGoals } from "./state-expectation.ts";

function refuse(message: string): never {
  throw new CollectorError("decision_invalid", { message });
}

/** The days of a decision against today and the journey's start; gives the day to look again. */
function followUpOf(it: NewDecision, today: Day, first: Day): Day {
  const { choice } = it;
  if (choice.option === "move_date" && choice.by <= today)
    refuse(`The goal cannot move to ${choice.by}: name a day after today, ${today}.`);
  if (choice.option === "coaching" && choice.on < first)
    refuse(`Coaching on ${choice.on} is before the journey was first published: name ${first} or a later day.`);
  const start = choice.option === "coaching" && choice.on > today ? choice.on : today;
  if (it.followUp !== undefined && it.followUp <= start)
    refuse(`Nothing can have changed by ${it.followUp}: look again on a day after ${start}.`);
  return it.followUp ?? daysAfter(start, 28);
}

type Moved = PlanChange["expectations"];
type Move = Extract<Choice, { option: "move_date" }>;

/** States what was expected of the role's steps anew, by the new day. */
async function moveDate(tx: ControlDb, it: KeptDecision, choice: Move, project: string): Promise<Moved> {
  const places = [...(await currentExpectations(tx, project)).values()].filter(
    ({ journey, step, role }) => journey === it.journey && role === it.role && (it.step ?? step) === step,
  );
  if (places.length === 0)
    refuse(`Nothing is expected of ${it.step ?? it.journey} for ${it.role} yet: state an expectation first.`);
  const moved: Moved = [];
  for (const { version: _, ...before } of places) {
    const goal = { by: choice.by, share: choice.share ?? before.share };
    const kept = before.milestones.filter(({ by, share }) => by < goal.by && share <= goal.share);
    const milestones = orderGoals(before.from, kept, goal);
    const signature = { author: it.author, at: it.at, decision: it.id };
    await addExpectation(tx, project, { ...before, ...goal, milestones, ...signature });
    const { step, role, by, share } = before;
    moved.push({ step, role, from: { by, share }, to: goal });
  }
  return moved;
}

/** What is decided about, as far as it is there. */
async function subjectOf(world: World, who: Reader, it: NewDecision): Promise<Journey> {
  const journey = await publishedJourney(world, who.project.id, it.journey);
  if (it.step !== undefined) requireStep(journey, it.step);
  if (it.role !== undefined) requireRole(who, journey, it.role);
  else if (it.choice.option === "move_date") refuse("Name the role whose goal moves: add role.");
  else if (who.scope !== null) refuse(`You plan for ${who.scope.join(", ")}: name the role that this is for.`);
  return journey;
}

/**
 * Writes down a decision, dated and signed, and changes the plan with it: the goal's day moves in the same transaction; a
 * new version of the journey and coaching are named. What was measured until now is kept beside it. Fails with
 * `decision_invalid`.
 */
export async function decide(world: World, who: Reader, it: NewDecision): Promise<KeptDecision> {
  const { project } = who;
  const journey = await subjectOf(world, who, it);
  const now = world.now();
  const first = dayOf(await firstPublished(world, project.id, journey.id), project.timeZone);
  const followUp = followUpOf(it, dayOf(now, project.timeZone), first);
  const about = { journey: journey.id, step: it.step ?? null, role: it.role ?? null };
  const decision: KeptDecision = {
    id: randomUUID(),
    ...about,
    choice: it.choice,
    note: it.note,
    at: new Date(now).toISOString(),
    author: authorOf(who, it.signed),
    followUp,
    plan: { version: journey.version ?? 0, expectations: [] },
    before: measuredOf(await wholeReport(world, project), about),
  };
  const kept = await transact(world.control, async (tx) => {
    const { choice } = it;
    const expectations = choice.option === "move_date" ? await moveDate(tx, decision, choice, project.id) : [];
    const whole = { ...decision, plan: { ...decision.plan, expectations } };
    await addDecision(tx, project.id, whole);
    return whole;
  });
  await noteAct(
    world,
    { project: project.id, who: who.name },
    "decision.write",
    `${kept.id} ${journey.id} ${it.choice.option}`,
  );
  return kept;
}
