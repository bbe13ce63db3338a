import type { Words } from "../../say.ts";

/** English. Keys begin with `strip.`. */
export const strip: Words = {
  "strip.plan.when": "When is the next one?",
  "strip.plan.today": "Today",
  "strip.plan.tomorrow": "Tomorrow",
  "strip.plan.week": "Next week",
  "strip.plan.another": "Another time",
  "strip.plan.none": "No plan now",
  "strip.plan.set": "Set the time",
  "strip.plan.make": "Plan a date",
  "strip.plan.change": "Change the plan",
  "strip.plan.calendar": "Calendar file",
  "strip.plan.if": "When it is {when}, I do: {step}",
  "strip.event": "{step}: {record}",
  "strip.age.one": "Here for {n} day",
  "strip.age.other": "Here for {n} days",
  "strip.age.stale": "longer than usual",
};
