import type { Target } from "@waymark/schema";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { DomWatch } from "../targeting/await-target.ts";

/** How long a record's page may take to show its name, and during which a name that changes is read again. */
const patienceMs = 10_000;
/** How long the name of the record before may still stand on the page of the next. */
const staleMs = 1_500;

/**
 * Reads the name of the record whose page is open, where the journey says how (`per.label`). It is shown on this device
 * and never leaves it.
 */
export function readLabels(guest: Guest, watch: DomWatch): Stop {
  const scope = createScope();
  let waiting: Stop | undefined;

  let arrived = 0;
  /** The last name read, by type: it may still be on the page when the next record opens. */
  const last = new Map<string, { id: string; label: string }>();

  const readOne = (type: string, element: Element | null): void => {
    const scene = guest.$scene.get();
    const id = scene.current[type];
    const label = element?.textContent?.trim();
    if (id === undefined || !label || scene.subjects[type]?.[id]?.label === label) return;
    const before = last.get(type);
    const stale = before !== undefined && before.id !== id && before.label === label;
    if (stale && guest.platform.now() - arrived < staleMs) return;
    last.set(type, { id, label });
    const known = scene.subjects[type]?.[id];
    guest.updateScene({
      subjects: { ...scene.subjects, [type]: { ...scene.subjects[type], [id]: { ...known, id, label } } },
    });
  };
  const declared = new Set(
    Object.entries(guest.options.subjects ?? {}).flatMap(([type, list]) =>
      list.flatMap((each) => (each.label === undefined ? [] : [`${type}:${each.id}`])),
    ),
  );
  /** Where names stand that are not the host's own word, by type. */
  const wanted = (): [type: string, target: Target][] =>
    guest.$documents.get().flatMap(({ per }): [string, Target][] => {
      if (typeof per !== "object" || !per.label) return [];
      const id = guest.$scene.get().current[per.subject];
      return id === undefined || declared.has(`${per.subject}:${id}`) ? [] : [[per.subject, per.label]];
    });

  const stopWaiting = (): void => {
    waiting?.();
    waiting = undefined;
  };
  const look = guest.guard("labels", () => {
    stopWaiting();
    arrived = guest.platform.now();
    const targets = wanted();
    if (targets.length === 0) return;
    const found = new Map<string, Element | null>();
    const read = guest.guard("labels", () => {
      for (const [type, element] of found) readOne(type, element);
    });
    const stops = targets.map(([type, target]) =>
      watch.await(target, guest.options.targets ?? {}, ({ element }) => {
        found.set(type, element);
        read();
      }),
    );
    stops.push(watch.add(read), guest.platform.after(staleMs, read), guest.platform.after(patienceMs, stopWaiting));
    waiting = () => {
      for (const stop of stops) stop();
    };
  });

  let current = guest.$scene.get().current;
  scope.add(
    guest.$scene.listen((scene) => {
      if (JSON.stringify(scene.current) === JSON.stringify(current)) return;
      current = scene.current;
      look();
    }),
  );
  scope.add(guest.$documents.listen(look));
  scope.add(stopWaiting);
  look();
  return scope.stop;
}
