import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { DomWatch } from "../targeting/await-target.ts";
import { findTarget } from "../targeting/find-target.ts";

/** How long a record's page may take to show its name. */
const patienceMs = 10_000;

/**
 * Reads the name of the record whose page is open, where the journey says how (`per.label`). It is shown on this device
 * and never leaves it.
 */
export function readLabels(guest: Guest, watch: DomWatch): Stop {
  const scope = createScope();
  let waiting: Stop | undefined;

  const readOnce = (): boolean => {
    const scene = guest.$scene.get();
    let missing = false;
    for (const { per } of guest.$documents.get()) {
      if (typeof per !== "object" || !per.label) continue;
      const id = scene.current[per.subject];
      if (id === undefined || scene.subjects[per.subject]?.[id]?.label !== undefined) continue;
      const label = findTarget(per.label, guest.options.targets).element?.textContent?.trim();
      if (!label) {
        missing = true;
        continue;
      }
      const subjects = { ...scene.subjects, [per.subject]: { ...scene.subjects[per.subject], [id]: { id, label } } };
      guest.updateScene({ subjects });
      return readOnce();
    }
    return !missing;
  };

  const stopWaiting = (): void => {
    waiting?.();
    waiting = undefined;
  };
  const look = guest.guard("labels", () => {
    stopWaiting();
    if (readOnce()) return;
    const stopWatch = watch.add(() => {
      if (readOnce()) stopWaiting();
    });
    const stopTimer = guest.platform.after(patienceMs, stopWaiting);
    waiting = () => {
      stopWatch();
      stopTimer();
    };
  });

  let current = guest.$scene.get().current;
  scope.add(
    guest.$scene.listen((scene) => {
      if (scene.current === current) return;
      current = scene.current;
      look();
    }),
  );
  scope.add(guest.$documents.listen(look));
  scope.add(stopWaiting);
  look();
  return scope.stop;
}
