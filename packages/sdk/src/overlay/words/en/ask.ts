import type { Words } from "../../say.ts";

/** English. Keys begin with `ask.`. */
export const ask: Words = {
  "ask.ease": "How difficult or easy was this step?",
  "ask.useful": "This app does what I need for my work.",
  "ask.easy": "This app is easy to use.",
  "ask.trust": "I can report a problem here without harm to me.",
  "ask.ease.low": "Very difficult",
  "ask.ease.high": "Very easy",
  "ask.agree.low": "Strongly disagree",
  "ask.agree.high": "Strongly agree",
  "ask.privacy":
    "Others see counts of five or more. Your answer is stored under a code that an administrator could trace to you.",
  "ask.noted": "Noted.",
  "ask.here.ask": "A question in the lower corner: {name}",
  "ask.here.banner": "News in the lower corner: {name}",
  "ask.later": "Later",
  "ask.later.hours": "In 4 hours",
  "ask.later.tomorrow": "Tomorrow",
  "ask.later.week": "Next week",
  "ask.close": "Close for good",
};
