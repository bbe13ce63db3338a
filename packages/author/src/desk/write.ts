import type { Step } from "@waymark/schema";
import type { Edit } from "../document/draft.ts";
import { change, type History, redo, undo } from "../document/history.ts";
import { slugOf } from "../document/name.ts";
import type { Work } from "../keep/keep-work.ts";
import type { Desk } from "./desk.ts";

/** What somebody does who writes. */
export interface Writing {
  /** `typing` names the field while letters are typed into it. */
  edit(edit: Edit, typing?: string): void;
  undo(): void;
  redo(): void;
  /** A step to work on; `null`: the journey itself. */
  choose(step: string | null): void;
  addStep(title: string): void;
  removeStep(id: string): void;
  /** By how many places, to the end or to the beginning. */
  moveStep(id: string, by: number): void;
}

/** A step that is gone cannot be worked on: its neighbour is. */
function withHistory(work: Work, history: History): Work {
  if (history === work.history) return work;
  const { steps } = history.now;
  const there = work.chosen === null || steps.some(({ id }) => id === work.chosen);
  if (there) return { ...work, history };
  const before = work.history.now.steps.findIndex(({ id }) => id === work.chosen);
  return { ...work, history, chosen: steps[Math.min(before, steps.length - 1)]?.id ?? null };
}

/** The acts of writing. */
export function createWriting(desk: Desk): Writing {
  const edit = (what: Edit, typing?: string): void => {
    desk.work((work) => withHistory(work, change(work.history, what, typing ?? null)));
    if (desk.$state.get().note) desk.tell(null);
  };
  const steps = (): readonly Step[] => desk.$state.get().work?.history.now.steps ?? [];
  return {
    edit,
    undo: () => desk.work((work) => withHistory(work, undo(work.history))),
    redo: () => desk.work((work) => withHistory(work, redo(work.history))),
    choose: (chosen) => desk.work((work) => ({ ...work, chosen, history: { ...work.history, typing: null } })),
    addStep: (title) => {
      const taken = steps().map(({ id }) => id);
      const at = steps().findIndex(({ id }) => id === desk.$state.get().work?.chosen);
      const id = slugOf("", taken, `step-${taken.length + 1}`);
      edit({ do: "add", at: at < 0 ? taken.length : at + 1, steps: [{ id, title }] });
      desk.work((work) => ({ ...work, chosen: id }));
    },
    removeStep: (id) => edit({ do: "remove", id }),
    moveStep: (id, by) => edit({ do: "move", id, to: steps().findIndex((each) => each.id === id) + by }),
  };
}
