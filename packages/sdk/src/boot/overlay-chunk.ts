import { hearEarly } from "../overlay/early.ts";
import { type Mounted, mount } from "../overlay/mount.ts";
import { loadWords } from "../overlay/words/words.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import { createRuntime } from "../runtime/create-runtime.ts";
import { type Dated, isDated } from "../runtime/dated.ts";
import type { Guest } from "../runtime/guest.ts";
import { createLatePage } from "../runtime/late-page.ts";
import { resume } from "../runtime/resume.ts";

/** Starts what a person can see. */
export async function startOverlay(guest: Guest): Promise<Stop> {
  const scope = createScope();
  const missing = (): void => guest.fail("chunk");
  let wanted = guest.locale;
  const $dated = guest.platform.atom<Dated | null>(null);
  /** What draws records and dates comes as soon as there are some. */
  const date = (): Promise<void> | undefined => {
    if ($dated.get() || !guest.$documents.get().some(isDated)) return undefined;
    return import("./dated-chunk.ts").then(({ createDated }) => {
      if (!$dated.get()) $dated.set(createDated());
    }, missing);
  };
  const [words] = await Promise.all([loadWords(wanted), date()]);
  if (guest.scope.stopped) return scope.stop;
  const { navigation } = window as { navigation?: Partial<EventTarget> };
  if (!navigation?.addEventListener) {
    import("../page/watch-history.ts").then(({ watchHistory }) => scope.add(watchHistory()), missing);
  }
  let overlay: Mounted | undefined;
  const page = createLatePage(guest, (room) => overlay?.furnish(room));
  scope.add(page.stop);
  const { runtime, stop } = createRuntime(guest, page, words, $dated);
  scope.add(stop);
  scope.add($dated.subscribe((dated) => dated && runtime.fill(dated.filling)));
  // At once too: journeys may have come while the words were on their way.
  scope.add(guest.$documents.subscribe(() => void date()));
  // A shortcut pressed, or the launcher taken along, before what hears it is there counts all the same.
  let asked = false;
  const after = (): void => {
    if (asked) return;
    asked = true;
    import("./after-chunk.ts")
      .then(({ startAfter }) => {
        if (scope.stopped) return;
        scope.add(startAfter(guest, runtime, overlay, early));
        // A finger does not hover: what a press of the launcher opens is there before it comes.
        overlay?.overlay.expect();
      }, missing)
      .finally(early.stop);
  };
  const early = hearEarly(after);
  const { headless } = guest.options;
  if (!headless) overlay = mount(runtime);
  scope.add(overlay?.stop ?? headless?.(runtime) ?? (() => undefined));
  // The person chose another language.
  const speak = (): void => {
    if (wanted === guest.locale) return;
    wanted = guest.locale;
    loadWords(wanted).then((next) => {
      if (!scope.stopped && wanted === guest.locale) runtime.speak(...next);
    }, missing);
  };
  scope.add(guest.$settings.subscribe(speak));
  scope.add(resume(guest, page.$guide));
  scope.add(early.stop);
  scope.add(guest.platform.whenIdle(after));
  return scope.stop;
}
