import type { Journey, Step } from "@waymark/schema";

/** A journey while it is being written: texts may still be empty. `toJourney` gives the document. */
export type Draft = Journey;

/** One change to a draft, as data. */
export type Edit =
  | { do: "journey"; change: Partial<Omit<Draft, "steps">> }
  | { do: "step"; id: string; change: Partial<Omit<Step, "id">> }
  | { do: "add"; at: number; steps: readonly Step[] }
  | { do: "remove"; id: string }
  | { do: "move"; id: string; to: number }
  | { do: "replace"; draft: Draft };

/** An empty way to begin from. */
export function emptyDraft(id: string, title = ""): Draft {
  return { format: "waymark.journey/1", id, title, brief: { purpose: "", benefit: "", expectation: "" }, steps: [] };
}

function withoutTexts(draft: Draft, step: string): Draft {
  if (!draft.texts) return draft;
  const texts = Object.fromEntries(
    Object.entries(draft.texts).map(([tag, own]) => {
      const steps = Object.fromEntries(Object.entries(own.steps ?? {}).filter(([id]) => id !== step));
      return [tag, own.steps ? { ...own, steps } : own];
    }),
  );
  return { ...draft, texts };
}

function moved(steps: readonly Step[], from: number, to: number): Step[] {
  const rest = steps.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...steps.slice(from, from + 1), ...rest.slice(to)];
}

/** An id that no other step has: what is added twice stays two. */
function apart(steps: readonly Step[], added: readonly Step[]): Step[] {
  const taken = new Set(steps.map(({ id }) => id));
  return added.map((step) => {
    let { id } = step;
    for (let again = 2; taken.has(id); again++) id = `${step.id}-${again}`;
    taken.add(id);
    return id === step.id ? step : { ...step, id };
  });
}

const isSame = (a: object, change: object): boolean =>
  Object.entries(change).every(([key, value]) => Object.is((a as Record<string, unknown>)[key], value));

/** The draft after the change; the very same one where nothing changes. Steps keep their ids. */
export function applyEdit(draft: Draft, edit: Edit): Draft {
  const { steps } = draft;
  switch (edit.do) {
    case "journey":
      return isSame(draft, edit.change) ? draft : { ...draft, ...edit.change };
    case "step": {
      const step = steps.find(({ id }) => id === edit.id);
      if (!step || isSame(step, edit.change)) return draft;
      return { ...draft, steps: steps.map((each) => (each === step ? { ...each, ...edit.change } : each)) };
    }
    case "add": {
      const at = Math.min(Math.max(Math.trunc(edit.at), 0), steps.length);
      const added = apart(steps, edit.steps);
      return added.length === 0 ? draft : { ...draft, steps: [...steps.slice(0, at), ...added, ...steps.slice(at)] };
    }
    case "remove":
      return steps.some(({ id }) => id === edit.id)
        ? withoutTexts({ ...draft, steps: steps.filter(({ id }) => id !== edit.id) }, edit.id)
        : draft;
    case "move": {
      const from = steps.findIndex(({ id }) => id === edit.id);
      const to = Math.min(Math.max(Math.trunc(edit.to), 0), steps.length - 1);
      return from < 0 || from === to ? draft : { ...draft, steps: moved(steps, from, to) };
    }
    case "replace":
      return edit.draft;
  }
}
