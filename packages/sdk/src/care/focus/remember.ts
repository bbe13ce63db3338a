import type { Guest } from "../../runtime/guest.ts";
import { partition } from "../../runtime/keep-progress.ts";
import { looksGenerated } from "../../targeting/looks-generated.ts";

/** So many forms are remembered of one person on one device. */
const mostForms = 200;

type Choices = Readonly<Record<string, boolean>>;

/** What a person chose for each form, on this device. */
export interface Choice {
  of(form: string): boolean | undefined;
  keep(form: string, on: boolean): void;
}

export const focusKey = (owner: string): string => `focus-${owner}`;

/** Tells a form again at the next visit, for whichever record: by its page and by what its host calls it. */
export function formKey(form: Element, path: string): string {
  const page = path.replace(/[^/]*\d[^/]*/g, "*");
  const names = ["id", "name", "aria-label", "data-testid"].map((name) => form.getAttribute(name) ?? "");
  const name = names.find((each) => each !== "" && !looksGenerated(each)) ?? "";
  return `${page} ${name}`.slice(0, 120);
}

/** Reads what was chosen; what cannot be read or kept is forgotten with the page. */
export async function createChoice(guest: Guest): Promise<Choice> {
  const { platform } = guest;
  const key = focusKey(partition(guest));
  const known = new Map(Object.entries((await platform.store.get<Choices>(key).catch(() => undefined)) ?? {}));
  return {
    of: (form) => known.get(form),
    keep: (form, on) => {
      known.set(form, on);
      platform.store
        .update<Choices>(key, (old) => {
          const all = Object.entries({ ...old, [form]: on });
          return Object.fromEntries(all.slice(-mostForms));
        })
        .catch(() => guest.fail("storage"));
    },
  };
}
