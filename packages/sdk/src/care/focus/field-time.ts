import { noFieldTime, spendTime, spentIn } from "@waymark/engine";
import { listen } from "../../ports/listen.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Field } from "./find-fields.ts";
import type { Memory } from "./memory.ts";
import { hasFocus } from "./read-field.ts";

/** Every press, key and move of the focus counts; a list that belongs to a field may stand outside of its form. */
const deeds = ["focusin", "focusout", "keydown", "pointerdown", "input"];

/** Follows in which field of a form the person is at work. Passive listeners only; no value is read. */
export function watchFieldTime(guest: Guest, memory: Memory, fields: () => readonly Field[]): Stop {
  const scope = createScope();
  const spend = (field: string | null, away = false): void => {
    memory.time = spendTime(memory.time, guest.platform.now(), field, away);
  };
  const hear = guest.guard("focus", () => {
    const field = fields().find(hasFocus)?.name || null;
    if (field !== null || memory.time.field !== null) spend(field);
  });
  for (const type of deeds) listen(scope, document, type, hear, { capture: true, passive: true });
  listen(scope, document, "visibilitychange", () => {
    if (document.visibilityState === "hidden") spend(memory.time.field, true);
  });
  return scope.stop;
}

/** Whole seconds by field since the last save, for those of these names that took one or more; then counts anew. */
export function takeSeconds(guest: Guest, memory: Memory, names: readonly string[]): Record<string, number> {
  const { field } = memory.time;
  // What is under way counts up to now.
  const time = spendTime(memory.time, guest.platform.now(), field);
  memory.time = { ...noFieldTime, at: time.at, field };
  const seconds = names.map((name): [string, number] => [name, Math.round(spentIn(time, name) / 1000)]);
  return Object.fromEntries(seconds.filter(([, each]) => each > 0));
}
