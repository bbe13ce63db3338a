import type { Runtime } from "../../../runtime/runtime.ts";

/** What a report is about, in the person's words: the step's title, or the journey's for its brief. */
export function titleOf(runtime: Runtime, journey: string, step: string): string {
  const view = runtime.$journeys.get().find(({ id }) => id === journey);
  const document = runtime.guest.$documents.get().find(({ id }) => id === journey);
  if (step === "") return view?.title ?? document?.title ?? journey;
  const station = view?.stations.find(({ id }) => id === step);
  return station?.heading ?? document?.steps.find(({ id }) => id === step)?.title ?? step;
}

/** A day as people say it here: `Mon 30 Nov`. */
export function dayOf(runtime: Runtime, at: number): string {
  const { locale } = runtime.$look.get();
  return new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(
    at,
  );
}
