import { startServices } from "../care/services.ts";
import { mount } from "../overlay/mount.ts";
import { loadWords } from "../overlay/words/words.ts";
import { watchHistory } from "../page/watch-history.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import { createRuntime } from "../runtime/create-runtime.ts";
import type { Guest } from "../runtime/guest.ts";
import { createLatePage } from "../runtime/late-page.ts";
import { resume } from "../runtime/resume.ts";
import { shareProgress } from "../runtime/share-progress.ts";

export { erasePerson } from "../runtime/share-progress.ts";

/** Starts what a person can see. */
export async function startOverlay(guest: Guest): Promise<Stop> {
  const scope = createScope();
  const missing = (): void => guest.fail("chunk");
  let wanted = guest.locale;
  const words = await loadWords(wanted);
  if (guest.scope.stopped) return scope.stop;
  scope.add(shareProgress(guest));
  scope.add(watchHistory());
  const page = createLatePage(guest);
  scope.add(page.stop);
  const { runtime, stop } = createRuntime(guest, page, words);
  scope.add(stop);
  scope.add(mount(runtime));
  // The person chose another language.
  const speak = (): void => {
    if (wanted === guest.locale) return;
    wanted = guest.locale;
    loadWords(wanted).then((next) => {
      if (!scope.stopped && wanted === guest.locale) runtime.speak(...next);
    }, missing);
  };
  scope.add(guest.$settings.subscribe(speak));
  scope.add(startServices(guest, runtime));
  scope.add(resume(guest, page.$guide));
  return scope.stop;
}
