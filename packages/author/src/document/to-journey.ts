import type { Brief, Do, Journey, Step } from "@waymark/schema";
import type { Draft } from "./draft.ts";

/** Without the texts that nobody has written, and `undefined` where nothing is left. */
function written<T extends object>(value: T | undefined): T | undefined {
  if (!value) return undefined;
  const own = Object.entries(value).filter(
    ([, each]) => each !== undefined && !(typeof each === "string" && !each.trim()),
  );
  return own.length === 0 ? undefined : (Object.fromEntries(own) as T);
}

function stepOf(step: Step): Step {
  const guide = step.guide && written({ light: written(step.guide.light), full: written(step.guide.full) });
  const own = { ...step, do: written<Do>(step.do), guide };
  // Its name is asked for where it is empty: it stays.
  return { ...(written(own) ?? own), id: step.id, title: step.title.trim() };
}

/**
 * The document that a draft stands for: what was left empty is left out. Whether it is one, `checkDraft` says.
 */
export function toJourney(draft: Draft): Journey {
  const roles = draft.roles?.map((role) => role.trim()).filter(Boolean);
  const own = { ...draft, brief: written<Brief>(draft.brief), roles: roles?.length ? roles : undefined };
  return { ...(written(own) ?? own), id: draft.id, title: draft.title.trim(), steps: draft.steps.map(stepOf) };
}

/** The file's text, ready for git: two spaces, a line end, and no version, which the collector gives. */
export function fileText(draft: Draft): string {
  const { version: _, takesOver: __, ...journey } = toJourney(draft);
  return `${JSON.stringify(journey, null, 2)}\n`;
}
