import type { FrozenView } from "../insights/read-pictures.ts";

/** What a row is about. */
interface About {
  journey: string;
  step: string | null;
  role: string;
}

/** How journey, step and role are called now; an id that is gone stands for itself, the whole way has no step. */
export function titlesOf(
  { journeys, project }: FrozenView,
  { journey, step, role }: About,
): [journey: string, step: string | null, role: string] {
  const found = journeys.find(({ id }) => id === journey);
  const own = step === null || step === "" ? null : (found?.steps.find(({ id }) => id === step)?.title ?? step);
  return [found?.title ?? journey, own, project.roles.find(({ id }) => id === role)?.title ?? role];
}
