import type { Condition, Step, TargetWays } from "@waymark/schema";
import { slugOf, titlesOf } from "../document/name.ts";
import { type Binding, bindRecord, openPath, pagePattern } from "./bind-record.ts";
import type { Deed, HostEvent, Seen } from "./deed.ts";

/** A step as it was recorded, with the deeds it was made of. */
export interface Proposal {
  step: Step;
  deeds: readonly Deed[];
  /** How its target is found again; `null` where it has none. */
  seen: Seen | null;
}

/** How a step is named after what was done: in the author's language. */
export interface Naming {
  open(page: string): string;
  fill(field: string): string;
  /** What to do: press this. */
  say(name: string): string;
}

/** Found again on the very page it was recorded on, by more than its place. */
const isSure = ({ kind, confidence }: Deed): boolean => kind !== "page" && confidence > 0;
const isMove = (deed: Deed | undefined): boolean => deed?.to !== undefined && deed.events.length === 0;
const inForm = (deed: Deed | undefined): boolean => deed?.form !== undefined;

/** Many apps have no form around their fields: what is filled in on a page belongs to the button that is pressed there next. */
function sendsLoose(deed: Deed, next: Deed): boolean {
  if (next.form !== undefined || next.page !== deed.page) return false;
  return next.kind === "input" || (next.kind === "click" && next.target.role === "button");
}

/** Whether nothing of what comes after this deed belongs to the same step. */
function endsStep(group: readonly Deed[], deed: Deed, next: Deed | undefined): boolean {
  if (!next || deed.events.length > 0 || deed.kind === "submit") return true;
  // Going somewhere is part of what is done there; who only walks about takes a step with each page.
  if (isMove(deed)) return isMove(next) || group.some((each) => each !== deed);
  if (deed.kind === "input") return deed.form ? next.form !== deed.form : !sendsLoose(deed, next);
  const sends = group.some(({ kind, form }) => kind === "input" && form === deed.form);
  // A click that opens a form belongs to what is filled in there.
  return sends || !inForm(next) || next.form === deed.form;
}

/** Deeds that make one step: up to the one that the host answered with an event of its own. */
export function groupDeeds(deeds: readonly Deed[]): Deed[][] {
  const groups: Deed[][] = [];
  let group: Deed[] = [];
  deeds.forEach((deed, index) => {
    group.push(deed);
    if (!endsStep(group, deed, deeds[index + 1])) return;
    groups.push(group);
    group = [];
  });
  return groups;
}

/** Events that tell of looking, not of work done. */
const looking = /(^|[._-])(page|view(ed)?|screen|session|identify|opened)([._-]|$)/i;

/** The host's own event that says best that it is done: the last one that is about work. */
function tellingEvent(deeds: readonly Deed[]): HostEvent | undefined {
  const events = deeds.flatMap((deed) => deed.events);
  return events.findLast(({ name }) => !looking.test(name)) ?? events.at(-1);
}

/** A click on what cannot be found again is seen by nobody: then it is the page it came by, or the person says so. */
function clickOf(last: Deed, deeds: readonly Deed[]): Condition | undefined {
  if (last.confidence > 0) return { click: last.target };
  const to = deeds.findLast((deed) => deed.to !== undefined)?.to;
  return to === undefined ? undefined : { page: pagePattern(to) };
}

/** When it is done: the host's own event before a page, a page before a field, and a click only where there is nothing else. */
export function proposeDone(deeds: readonly Deed[], binding: Binding | null): Condition | undefined {
  const event = tellingEvent(deeds);
  const last = deeds.at(-1);
  if (!last) return undefined;
  if (event) {
    const own = binding && String(event.props[binding.prop] ?? "") === binding.id;
    return own ? { event: event.name, where: { [binding.prop]: `{${binding.subject}.id}` } } : { event: event.name };
  }
  if (last.to !== undefined) return { page: pagePattern(last.to) };
  const fields = deeds.filter(({ kind }) => kind === "input");
  if (last.kind === "submit") return { submit: last.target };
  if (last.kind === "click" || fields.length === 0) return clickOf(last, deeds);
  const inputs = fields.map(({ target }): Condition => ({ input: target }));
  return inputs.length === 1 ? inputs[0] : { all: inputs };
}

/**
 * What the guide points at: what opens the form, else what sends it, else the first field, else the way there. What cannot be
 * found again is pointed at only where there is nothing else.
 */
function principal(deeds: readonly Deed[]): Deed | undefined {
  const work = deeds.filter((deed) => !(isMove(deed) && deeds.length > 1 && deed !== deeds.at(-1)));
  const own = work.filter(isSure);
  const sure = own.length > 0 ? own : deeds.filter(isSure);
  const [first = deeds[0]] = sure.length > 0 ? sure : work;
  if (first?.kind !== "input") return first;
  return sure.find(({ kind }) => kind === "click" || kind === "submit") ?? first;
}

const sameTarget = (a: TargetWays, b: TargetWays): boolean => JSON.stringify(a) === JSON.stringify(b);

function fieldsOf(deeds: readonly Deed[]): TargetWays[] {
  const fields: TargetWays[] = [];
  for (const { kind, target } of deeds)
    if (kind === "input" && !fields.some((each) => sameTarget(each, target))) fields.push(target);
  return fields.slice(0, 20);
}

function nameOf(deed: Deed, naming: Naming): string {
  const { name } = deed;
  const last = pagePattern(deed.to ?? deed.page)
    .split("/")
    .findLast((part) => part && part !== ":id");
  const said = name || last || deed.page;
  if (deed.kind === "input") return naming.fill(said);
  return deed.kind === "page" || isMove(deed) ? naming.open(said) : said;
}

/** One step out of deeds that belong together; `null` where there are none. */
export function proposeStep(
  deeds: readonly Deed[],
  binding: Binding | null,
  taken: readonly string[],
  naming: Naming,
): Proposal | null {
  const main = principal(deeds);
  if (!main) return null;
  const name = nameOf(main, naming);
  const pointed = main.kind !== "page" && Object.keys(main.target).length > 0;
  const fields = fieldsOf(deeds);
  const step: Step = {
    id: slugOf(name, taken, `step-${taken.length + 1}`),
    ...titlesOf(name),
    do: {
      open: openPath(main.page, binding),
      target: pointed ? main.target : undefined,
      say: pointed && main.kind === "click" && main.name && main.name.length <= 60 ? naming.say(main.name) : undefined,
      focus: fields.length > 0 && main.kind !== "input" ? fields : undefined,
    },
    done: proposeDone(deeds, binding),
  };
  return { step, deeds, seen: pointed ? main : null };
}

/** What was recorded as steps. Each is done by what the host itself told, where it told something. */
export function proposeSteps(deeds: readonly Deed[], naming: Naming): { steps: Proposal[]; binding: Binding | null } {
  const binding = bindRecord(deeds);
  const steps: Proposal[] = [];
  for (const group of groupDeeds(deeds)) {
    const taken = steps.map(({ step }) => step.id);
    const proposal = proposeStep(group, binding, taken, naming);
    if (proposal) steps.push(proposal);
  }
  return { steps, binding };
}

/** A step taken apart: one step for each deed. */
export function takeApart(proposal: Proposal, binding: Binding | null, naming: Naming): Proposal[] {
  const parts: Proposal[] = [];
  for (const deed of proposal.deeds) {
    const part = proposeStep(
      [deed],
      binding,
      parts.map(({ step }) => step.id),
      naming,
    );
    if (part) parts.push(part);
  }
  return parts;
}
