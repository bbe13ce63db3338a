import type { Journey, Scalar, Where } from "@waymark/schema";
import type { Scene, Subject } from "./fact.ts";
import { matchValue, sameScalar } from "./match-value.ts";

/** The type of record a journey runs for, or `null` when it runs once for the person. */
export function subjectTypeOf(journey: Journey): string | null {
  return typeof journey.per === "object" ? journey.per.subject : null;
}

/** `("deal", "17")` becomes the wire form `deal:17`. */
export function subjectKey(type: string, id: string): string {
  return `${type}:${id}`;
}

/** The record behind a wire form; one that the host has not declared has an id only. */
export function subjectOf(scene: Scene, key: string): { type: string; subject: Subject } | null {
  const split = key.indexOf(":");
  if (split < 1) return null;
  const type = key.slice(0, split);
  const id = key.slice(split + 1);
  return { type, subject: scene.subjects[type]?.[id] ?? { id } };
}

/**
 * Fills `{deal.id}`, `{deal.label}` and `{deal.<data key>}`. What is not known stays as written.
 *
 * @param encode For paths: `encodeURIComponent`, so that a value can never leave its segment.
 */
export function fillTemplate(
  text: string,
  scene: Scene,
  key: string,
  encode: (value: string) => string = String,
): string {
  const found = subjectOf(scene, key);
  return text.replace(/\{([\w-]+)\.([\w-]+)\}/g, (whole, type: string, name: string) => {
    if (found?.type !== type) return whole;
    const value = name === "id" || name === "label" ? found.subject[name] : found.subject.data?.[name];
    return value == null ? whole : encode(String(value));
  });
}

/**
 * Matches an event's props and finds out which record they speak of: `{ dealId: "{deal.id}" }` holds for any deal and
 * binds it.
 *
 * @returns `null` no match; `undefined` a match that names no record; else the record's id.
 */
export function unify(
  where: Where | undefined,
  props: Readonly<Record<string, Scalar>>,
  type: string | null,
): string | undefined | null {
  let bound: string | undefined;
  for (const [key, wanted] of Object.entries(where ?? {})) {
    const value = props[key];
    if (type !== null && wanted === `{${type}.id}`) {
      if (value == null || (bound !== undefined && bound !== String(value))) return null;
      bound = String(value);
    } else if (
      typeof wanted === "object" && wanted !== null ? !matchValue(value, wanted) : !sameScalar(value, wanted)
    ) {
      return null;
    }
  }
  return bound;
}
