import { focus as words } from "../../overlay/words/en/focus.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { createDomWatch, type DomWatch } from "../../targeting/await-target.ts";
import { createLastAsked } from "./asked.ts";
import { createFocusView, type FocusView } from "./focus-view.ts";
import { chooseForm } from "./form-of.ts";
import { createMemory, type Memory } from "./memory.ts";
import { type Need, neededHere } from "./needed.ts";
import { type Choice, createChoice, formKey } from "./remember.ts";

/** A host that draws its form anew has so long before it counts as gone. */
const absentMs = 300;

interface Awaited {
  needs: readonly Need[];
  /** For each need the elements found, by the field's place in it. */
  found: readonly Map<number, Element>[];
  stop: Stop;
}

const isSame = (one: Need, other: Need): boolean => one.journey === other.journey && one.step === other.step;

/** Waits for the fields that the steps here need, and says which of them are on the page. */
function awaitFields(
  guest: Guest,
  watch: DomWatch,
  needs: readonly Need[],
  before: Awaited | null,
  heard: () => void,
): Awaited {
  const scope = createScope();
  // What was found for a step that is needed still is not lost while it is looked for again.
  const found = needs.map(
    (need): Map<number, Element> => new Map(before?.found[before.needs.findIndex((old) => isSame(old, need))]),
  );
  needs.forEach(({ fields }, at) => {
    fields.forEach((target, index) => {
      scope.add(
        watch.await(target, guest.options.targets ?? {}, ({ element }) => {
          const known = found[at]?.get(index);
          // What we have folded ourselves is not pointed at, but is there.
          if (element) found[at]?.set(index, element);
          else if (!known?.isConnected) found[at]?.delete(index);
          heard();
        }),
      );
    });
  });
  return { needs, found, stop: scope.stop };
}

function run(guest: Guest, runtime: Runtime, choice: Choice): Stop {
  const scope = createScope();
  const watch = createDomWatch();
  const asked = createLastAsked(guest);
  const startsOn = guest.options.focus?.start === true;
  const memories = new Map<string, Memory>();
  let view: FocusView | null = null;
  let needs: readonly Need[] = [];
  let fields: Awaited | null = null;
  let absent: Stop | null = null;
  let stale = false;

  const leave = (): void => {
    view?.stop();
    view = null;
  };
  const gone = (): void => {
    absent = null;
    leave();
    memories.clear();
  };
  const enter = (form: HTMLElement, need: Need): FocusView => {
    leave();
    const name = formKey(form, guest.platform.page.path());
    const place = `${guest.platform.page.path()} ${name}`;
    const memory = memories.get(place) ?? createMemory();
    memories.set(place, memory);
    const on = choice.of(name) ?? startsOn;
    view = createFocusView({
      ...{ guest, runtime, form, need, memory, on },
      chose: (next) => choice.keep(name, next),
    });
    return view;
  };
  const settle = guest.guard("focus", () => {
    stale = false;
    if (scope.stopped) return;
    for (const [at, need] of needs.entries()) {
      const there = [...(fields?.found[at]?.values() ?? [])].filter((element) => element.isConnected);
      const form = chooseForm(there, need.fields.length / 2);
      if (!form) continue;
      absent?.();
      absent = null;
      const same = view?.form === form && isSame(view.need, need);
      (same && view ? view : enter(form, need)).light(fields?.found[at] ?? new Map());
      return;
    }
    if (view && !absent) absent = guest.platform.after(absentMs, gone);
  });
  const settleSoon = (): void => {
    if (!stale) queueMicrotask(settle);
    stale = true;
  };
  const look = guest.guard("focus", () => {
    const next = neededHere(guest, asked.get());
    if (JSON.stringify(next) === JSON.stringify(needs)) return;
    needs = next;
    fields?.stop();
    fields = awaitFields(guest, watch, needs, fields, settleSoon);
    settleSoon();
  });
  scope.add(
    watch.add((changed) => {
      const { form } = view ?? {};
      const near = (node: Node): boolean => node.contains(form ?? null) || form?.contains(node) === true;
      if (form && (!form.isConnected || [...changed.keys()].some(near))) view?.changed();
    }),
  );
  scope.add(guest.$journeys.subscribe(look));
  scope.add(guest.$wanted.subscribe(look));
  scope.add(asked.stop);
  scope.add(() => {
    absent?.();
    fields?.stop();
    watch.stop();
    leave();
  });
  return scope.stop;
}

/** The focus view: of a form that a step names fields of, it folds what the step does not need. */
export function start(guest: Guest, runtime: Runtime): Stop {
  const scope = createScope();
  runtime.say.learn(words);
  createChoice(guest).then(
    (choice) => {
      if (!scope.stopped) scope.add(run(guest, runtime, choice));
    },
    () => guest.fail("focus"),
  );
  return scope.stop;
}
