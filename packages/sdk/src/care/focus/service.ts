import { focus as words } from "../../overlay/words/en/focus.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { createDomWatch, type DomWatch } from "../../targeting/await-target.ts";
import { createFocusView, type FocusView } from "./focus-view.tsx";
import { chooseForm } from "./form-of.ts";
import { createMemory, type Memory } from "./memory.ts";
import { type Need, neededHere } from "./needed.ts";
import { type Choice, createChoice, formKey } from "./remember.ts";

/** A host that draws its form anew has so long before it counts as gone. */
const absentMs = 300;

/** Waits for the fields that the steps here need, and says which of them are on the page. */
function awaitFields(guest: Guest, watch: DomWatch, needs: readonly Need[], heard: () => void) {
  const scope = createScope();
  const found = needs.map((): Map<number, Element> => new Map());
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
  return { found, stop: scope.stop };
}

/** Whether the person was led to this step: then the focus view is part of the help they asked for. */
function createAsked(guest: Guest): { has(need: Need): boolean; stop: Stop } {
  const { platform, $wanted } = guest;
  const key = "waymark-focus-asked";
  const stop = $wanted.subscribe((wanted) => {
    if (wanted) platform.tab.set(key, `${wanted.journey}/${wanted.step}`);
  });
  return { has: ({ journey, step }) => platform.tab.get(key) === `${journey}/${step}`, stop };
}

function run(guest: Guest, runtime: Runtime, choice: Choice): Stop {
  const scope = createScope();
  const watch = createDomWatch();
  const asked = createAsked(guest);
  const startsOn = guest.options.focus?.start === true;
  const memories = new Map<string, Memory>();
  let view: FocusView | null = null;
  let needs: readonly Need[] = [];
  let fields: ReturnType<typeof awaitFields> | null = null;
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
    const on = choice.of(name) ?? (startsOn || asked.has(need));
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
      const form = chooseForm([...(fields?.found[at]?.values() ?? [])].filter((element) => element.isConnected));
      if (!form) continue;
      absent?.();
      absent = null;
      const same = view?.form === form && view.need.step === need.step && view.need.journey === need.journey;
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
    const next = neededHere(guest);
    if (JSON.stringify(next) === JSON.stringify(needs)) return;
    needs = next;
    fields?.stop();
    fields = awaitFields(guest, watch, needs, settleSoon);
    settleSoon();
  });
  scope.add(
    watch.add((changed) => {
      const { form } = view ?? {};
      if (form && [...changed.keys()].some((node) => form.contains(node) || node.contains(form))) view?.changed();
    }),
  );
  scope.add(guest.$journeys.subscribe(look));
  scope.add(
    guest.$wanted.subscribe((wanted) => {
      look();
      if (
        wanted &&
        view?.need.step === wanted.step &&
        choice.of(formKey(view.form, guest.platform.page.path())) === undefined
      )
        view.turn(true);
    }),
  );
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
