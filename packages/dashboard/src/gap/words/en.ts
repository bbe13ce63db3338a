import { counts } from "../../words/counts.ts";
import type { GapWords } from "./words.ts";

const { n, count } = counts("en-GB");
const points = (value: number): string => count(value, { one: "# point", other: "# points" });

export const words: GapWords = {
  name: "Gap",
  sentence:
    "Of 100 people, how many do a step alone. Behind means: the whole interval lies left of the pale band, the plan plus and minus 10. The straighter the thread in a row, the more belief, measurement and report agree.",
  finding: {
    behind: (value) => count(value, { one: "# step is behind plan", other: "# steps are behind plan" }),
    ahead: (value) => count(value, { one: "# is ahead", other: "# are ahead" }),
    onPlan: (value) => count(value, { one: "# is on plan", other: "# are on plan" }),
    unclear: (value) => count(value, { one: "# is too thin to judge", other: "# are too thin to judge" }),
    all: (parts) => parts.join(", "),
    noPlan: "Nothing is expected yet",
    notYet: "Too early to say: no number can be shown yet",
    estimateFirst: "First say what you believe",
    noJourney: "No journey is published yet",
  },
  simulated: "Simulated: the people behind these numbers were made up to try the picture out.",
  order: { label: "Order", journey: "By journey", widest: "Widest first" },
  legend: {
    expected: "expected, ±10",
    believed: "believed by managers",
    reported: "reported by users (ease)",
    measured: "measured ability, 90% interval",
  },
  columns: { step: "Step", verdict: "Verdict", barrier: "First barrier", forecast: "Forecast" },
  goal: (share, day) => `goal ${n(share)} in 100 by ${day}`,
  noGoal: "no goal yet",
  weakest: (step) => `weakest step: ${step}`,
  verdicts: {
    behind: (value) => `Behind by ${points(value)}`,
    ahead: (value) => `Ahead by ${points(value)}`,
    behindUnknown: "Behind",
    aheadUnknown: "Ahead",
    on_plan: "No clear gap",
    unclear: "Unclear",
    none: "Nothing to judge yet",
  },
  measured: (value, interval, people) => `${n(value)} (${interval}), n ${n(people)} or more`,
  interval: (low, high) => `${n(low)} to ${n(high)}`,
  seesFrom: (value) => `A team of this size shows gaps from ${points(value)} on`,
  stands: "Said before; the latest four weeks alone do not say it",
  missing: {
    too_few: "Too few to show",
    not_yet: "Not yet",
    unverified: "People not verified",
    few_answers: "Fewer than half answered",
    tied: "Two are equally frequent",
    part_missing: "A step has no number",
    nearly_all: "Nearly all, so no exact number",
    nearly_none: "Nearly none, so no exact number",
    no_expectation: "Nothing is expected",
    not_due: "Its day has not come",
    not_believed: "No manager was asked",
    estimate_first: "After your estimate",
    sees_from: "Unclear",
    stands: "Unclear",
    of_journey: "of the whole journey",
    weakest_step: "its weakest step",
  },
  barriers: {
    not_reached: "Not reached",
    not_clear: "Not clear why",
    not_useful: "Not useful to them",
    opens_help: "Opens help",
    tries_and_fails: "Tries and fails",
    blocked: "Something blocks",
    does_not_apply: "Not part of their work",
    not_now: "Not now",
  },
  noBarrier: "None can be named yet",
  ofJourney: "of the whole journey",
  forecast: {
    now: "There now, at this pace",
    by: (day) => `by ${day}`,
    between: (from, to) => `${from} to ${to}`,
    open: (from) => `${from} to past half a year`,
    notAtThisPace: "Not at this pace",
    tooEarly: {
      weeks: "Too early: six weeks are needed",
      people: "Too early: twelve people are needed",
      levelling_off: "It levels off: no date",
      clarity: "Too wide to name a date",
    },
    none: "No forecast",
  },
  fan: {
    title: "At this pace",
    soFar: "So far",
    legend:
      "dot and bar: measured with 90% interval; hollow: an earlier version; flag: goal; dashed: forecast; shaded: what is possible",
    course: (points) => `Measured by ${points.join("; by ")}.`,
    point: (day, value, interval, earlier) =>
      `${day}: ${value === null ? "" : `${n(value)} `}(${interval})${earlier ? ", an earlier version" : ""}`,
    sentence: (measured, interval, goal, by, on, span) =>
      `Measured ${n(measured)} (${interval}); the goal is ${n(goal)} by ${by}. At this pace it is reached on ${on} (${span}).`,
  },
  lanes: {
    expected: (value) => `expected ${n(value)}`,
    believed: (value) => `believed ${n(value)}`,
    reported: (value) => `reported ${n(value)}`,
    nothing: "nothing to draw yet",
  },
  open: (step) => `${step}: plan and decide`,
  plan: "Plan",
  perception: (believed, reported, measured) =>
    [
      believed === null ? "" : `the managers believe ${n(believed)}`,
      reported === null ? "" : `users report ${n(reported)}`,
      measured === null ? "" : `measured is ${n(measured)}`,
    ]
      .filter(Boolean)
      .join(", "),
  noFault: "Not a fault on any side; a reason to talk.",
  estimate: {
    title: "What do you believe?",
    why: "Of 100 people in this role, how many do each step alone today? You see what was measured once you have said it, so that the two can be compared.",
    of100: "of 100",
    send: "Say it and see the result",
    once: "An estimate is given once and stays.",
  },
  expect: {
    title: "State what is expected",
    again: "State it anew",
    share: "Of 100 people do it alone",
    by: "By",
    minutes: "In at most, minutes",
    milestone: "On the way, by",
    milestoneShare: "of 100",
    send: "Lock it in",
    locked:
      "Locked with today’s date and your name. Stating it anew makes the next version; the old one stays visible.",
    version: (value, share, day, author, on) => `Version ${n(value)}: ${n(share)} by ${day}. ${author}, ${on}`,
    earlier: "Stated so far",
  },
  decide: {
    title: "What can change",
    note: "Why",
    noteHint: "What speaks for it, in a sentence or two",
    send: "Decide",
    dated: "One choice, written into the plan with today’s date. The old plan stays visible.",
    options: {
      new_version: {
        title: "Make the step easier",
        text: "Fold fields, shorten the text, remove what blocks. The journey gets a new version.",
      },
      move_date: { title: "Move the date", text: "Costs nothing and changes nothing for people." },
      coaching: { title: "Coach in pairs", text: "People who can do it show those who try and fail." },
      keep: { title: "Keep the plan", text: "Nothing changes, and it is said why." },
    },
    newDay: "New date",
    hours: "Hours",
    on: "From",
    followUp: "Look again on",
    forecast: "forecast",
  },
  decided: {
    title: "Decided on this step",
    moved: (from, to) => `The goal moves from ${from} to ${to}.`,
    version: (before, now) =>
      now === null ? `Waits for a version after ${n(before)}.` : `Version ${n(now)} followed version ${n(before)}.`,
    coaching: (hours, on) => `${count(hours, { one: "# hour", other: "# hours" })} of coaching from ${on}.`,
    kept: "The plan is kept.",
    lookAgain: (day) => `Look again on ${day}.`,
    before: "Before",
    after: "After",
    notYet: "not yet: whole weeks after it must close first",
    nothingBefore: "nothing could be shown",
    changed: (value, interval) =>
      value === 0
        ? `The same (${interval}).`
        : `${value > 0 ? "Up" : "Down"} ${points(Math.abs(value))} (${interval}).`,
    notProof: "Not proof that this was the cause.",
  },
  worst: {
    title: (value) =>
      count(value, { one: "The widest gap", other: value === 0 ? "The widest gaps" : "The # widest gaps" }),
    sentence: "Of 100 people, how many do the step alone, against what is expected today.",
    all: "All steps with a plan",
    asked: (value) =>
      `${count(value, { one: "One journey and role waits", other: "# journeys and roles wait" })} for what you believe; the results are shown after that.`,
    again: "Try again",
  },
  paper: "Done alone, of 100 people, against the plan",
  wrongShare: "Write a number from 0 to 100.",
  wrongDay: "Choose a day.",
};
