/** What lint looks for: why it matters, and what to do. */
export interface LintRule {
  title: string;
  why: string;
  fix: string;
}

/** The permanent name of a rule; {@link Problem.code} of what it finds. */
export type LintCode =
  | "click_alone"
  | "company_benefit"
  | "fragile_target"
  | "handoff_circle"
  | "handoff_missing"
  | "handoff_step"
  | "hard_to_read"
  | "long_text"
  | "many_fields"
  | "many_steps"
  | "missing_language"
  | "no_benefit"
  | "no_brief"
  | "no_condition"
  | "no_page"
  | "no_step";

/** All rules, by the code of the warnings that they give. `docs/lint.md` is written from them. */
export const lintRules: Readonly<Record<LintCode, LintRule>> = {
  many_steps: {
    title: "More than five steps",
    why: "Five stations are seen at a glance and drawn on a piece of paper. At the sixth, people stop counting and put it off.",
    fix: "Make two journeys, or leave out what people do anyway.",
  },
  long_text: {
    title: "A text that is too long",
    why: "A station's name stands on the map and a sentence in a small card: what is longer is cut, or not read.",
    fix: "Shorten it to the length that is named. What explains may go into the brief, or into the tour.",
  },
  hard_to_read: {
    title: "A sentence of more than 24 words",
    why: "It is read between two phone calls, often not in one's own language.",
    fix: "Make two sentences of it, and put first what the person does.",
  },
  no_brief: {
    title: "No brief",
    why: "People who know what it is for, what they gain and what is asked of them decide for themselves, and stay.",
    fix: "Write purpose, benefit and expectation, one or two sentences each.",
  },
  no_benefit: {
    title: "No benefit for the person",
    why: "A benefit that repeats the purpose or the expectation says nothing of what the person gains.",
    fix: "Say what they no longer have to do, remember or worry about: time, head, evening, customers.",
  },
  company_benefit: {
    title: "A benefit for the company alone",
    why: "Forecasts, compliance and data quality are gains of somebody else. People notice, and believe the rest less.",
    fix: "Say what the person gains, in their words and with a you in it.",
  },
  no_condition: {
    title: "A step without a condition",
    why: "It completes only when the person ticks it, so that its figures say who ticks, not who works.",
    fix: "Name the event that your app sends when it is done: done: { event: ... }.",
  },
  click_alone: {
    title: "Done by a click where an event exists",
    why: "A click says that somebody pressed a button, not that it worked: the form may have been refused.",
    fix: "Wait for the event that your app sends once it is saved.",
  },
  many_fields: {
    title: "More than five fields in focus",
    why: "Where everything is lit nothing stands out.",
    fix: "Name the fields that this step needs; the others stay where they are.",
  },
  fragile_target: {
    title: "A fragile target",
    why: "Generated ids and places in the document change with the next release, and the step points at nothing.",
    fix: "Recognise it by role and name, by its label or by a test id; several ways together survive most changes.",
  },
  no_page: {
    title: "A target without a page",
    why: "Neither the guide nor waymark check knows where the element is: nobody can be led there.",
    fix: "Name the step's page with do.open, or the record's page with per.page.",
  },
  missing_language: {
    title: "A language that is not complete",
    why: "The map changes language in mid-sentence, and reads like a mistake.",
    fix: "Translate the texts that are named, or take the language out.",
  },
  no_step: {
    title: "Texts of a step that is not there",
    why: "Nobody ever sees them. Often a step was renamed and its translation was not.",
    fix: "Give the texts the id of their step, or take them out.",
  },
  handoff_missing: {
    title: "A hand-over to a journey that is not there",
    why: "The work is passed on and never arrives.",
    fix: "Correct the journey's id, or publish the journey that takes over.",
  },
  handoff_step: {
    title: "A hand-over to a step that is not there",
    why: "The other person does not see where to begin.",
    fix: "Name one of the steps of the journey that takes over, or leave the step out: it begins at its start.",
  },
  handoff_circle: {
    title: "Hand-overs in a circle",
    why: "The work comes back to where it began, and begins again: nobody ever arrives.",
    fix: "End one of the journeys, or make the way back a journey of its own that is started by hand.",
  },
};
