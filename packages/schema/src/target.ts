import * as z from "zod/mini";

/**
 * Ways to recognise **one** element, scored together. More ways make a target that survives a change of the page.
 *
 * @example
 * ```ts
 * const target: TargetWays = { role: "button", name: "Log call", within: { role: "main" } };
 * ```
 */
export interface TargetWays {
  /** The element's test id: `data-testid`, `data-test-id`, `data-test`, `data-cy` or `data-qa`. */
  testId?: string | undefined;
  /** The element's `id`. Ids that carry generated parts break: prefer a role and a name. */
  id?: string | undefined;
  /** The ARIA role, implicit or written: `button`, `link`, `textbox`. Goes with `name`. */
  role?: string | undefined;
  /** The accessible name, matched without regard to case and outer space. `*` stands for any run of characters. */
  name?: string | undefined;
  /** The text of the field's label. */
  label?: string | undefined;
  /** The element's own visible text. `*` stands for any run of characters. */
  text?: string | undefined;
  /** A CSS selector. */
  css?: string | undefined;
  /** An element close by: the candidate with the least distance in the document wins. */
  near?: TargetWays | undefined;
  /** An element that contains it. */
  within?: TargetWays | undefined;
  /** A same-origin iframe that holds it. */
  frame?: TargetWays | undefined;
  /** The name under which the host or a plugin hands over the element itself (`targets` option). */
  ref?: string | undefined;
  /** What that function is told, for one that knows many elements: `{ "ref": "cell", "at": "B7" }`. Goes with `ref`. */
  at?: string | undefined;
}

/** One element: an object lists ways of recognising it together, an array lists alternatives in order. */
export type Target = TargetWays | TargetWays[];

const text = z.string().check(z.minLength(1), z.maxLength(200));
const nested = (): z.ZodMiniOptional<z.ZodMiniType<TargetWays>> => z.optional(z.lazy(() => targetWaysSchema));

const ways = z.strictObject({
  testId: z.optional(text),
  id: z.optional(text),
  role: z.optional(text),
  name: z.optional(text),
  label: z.optional(text),
  text: z.optional(text),
  css: z.optional(text),
  near: nested(),
  within: nested(),
  frame: nested(),
  ref: z.optional(text),
  at: z.optional(text),
});

const recognises = ["testId", "id", "role", "label", "text", "css", "ref"] as const;

export const targetWaysSchema: z.ZodMiniType<TargetWays> = ways.check(
  z.refine((value) => recognises.some((way) => value[way] !== undefined), { error: "target_empty" }),
  z.refine((value) => value.name === undefined || value.role !== undefined, { error: "name_needs_role" }),
  z.refine((value) => value.at === undefined || value.ref !== undefined, { error: "at_needs_ref" }),
);

export const targetSchema: z.ZodMiniType<Target> = z.union([
  targetWaysSchema,
  z.array(targetWaysSchema).check(z.minLength(1)),
]);
