import type { Words } from "../../say.ts";

/** English. Keys begin with `library.`. `library.noise` holds words that say nothing of what is looked for. */
export const library: Words = {
  "library.title": "How do I ...?",
  "library.placeholder": "How do I ...?",
  "library.page": "Fits this page",
  "library.for": "For {role}",
  "library.role": "For your role",
  "library.others": "Others",
  "library.stopped": "You stopped at step {n} on {day}",
  "library.stopped-today": "You stopped at step {n} today",
  "library.done": "Done on {day}. Walk it again any time.",
  "library.done-today": "Done today. Walk it again any time.",
  "library.minutes": "{n} min",
  "library.left": "{n} min left",
  "library.choose": "choose",
  "library.open": "open",
  "library.none": "Nothing fits “{query}”. Try another word.",
  "library.empty": "Nothing lies here yet.",
  "library.found.one": "{n} found",
  "library.found.other": "{n} found",
  "library.more.one": "{n} more. Type on to find it.",
  "library.more.other": "{n} more. Type on to find them.",
  "library.noise":
    "how do does did i can could may we you my our me it a an the to in into of on for from with is are be what when where who which please should",
};
