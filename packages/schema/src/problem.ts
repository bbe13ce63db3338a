import type * as z from "zod/mini";

/** What is wrong with a piece of data, as data. {@link renderProblem} turns it into a sentence. */
export interface Problem {
  /** Permanent name: `missing`, `unknown_key`, `wrong_type`, `too_long`, ... */
  code: string;
  /** JSON path: `$.steps[0].title`. */
  path: string;
  /** What would be right, in words. */
  expected: string;
  /** What was there, shortened; `nothing` where it is missing. */
  received: string;
  /** Errors keep the document out; warnings ask to think again. */
  severity: "error" | "warning";
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** `["steps", 0, "title"]` becomes `$.steps[0].title`. */
export function jsonPath(path: Path): string {
  let text = "$";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(String(part))) text += `.${String(part)}`;
    else text += `[${JSON.stringify(String(part))}]`;
  }
  return text;
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** At most 60 characters of what was there. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Own rules of the schema (`refine` and `regex`), by the name given there. */
const rules: Record<string, string> = {
  slug: "lower-case words joined by hyphens, like win-a-deal",
  duration: "an ISO 8601 duration, like P1D or PT30M",
  page_pattern: "a path that starts with / and has no query or hash, like /deals/:id",
  target_empty: "at least one way to recognise the element: testId, id, role, label, text, css or ref",
  at_needs_ref: "the name of the function beside it, like { ref: cell, at: B7 }",
  name_needs_role: "a role beside the name, like { role: button, name: Log call }",
  not_over_latch: "only page, visible, gone, text, data, trait, role or custom inside not",
  list_id: "an attribute's name, like data-id, or a path with :id, like /tickets/:id",
  list_due: "an attribute's name, like data-due",
  step_id_twice: "a different id for every step",
  uuid: "a UUID in lower case",
  uuid_v7: "a UUID of version 7",
  event_type: "a dotted name, like step.completed or host.deal.won",
  subject: "a type and an id joined by a colon, like deal:17",
  too_many_props: "at most 16 props",
  day: "a day of the calendar, like 2027-03-31",
  share: "a share from 0 to 1: 0.8 is 80 people in 100",
};

function typeName(expected: string): string {
  const names: Record<string, string> = {
    object: "an object",
    array: "a list",
    string: "a text",
    int: "a whole number",
  };
  return names[expected] ?? `a ${expected}`;
}

/** How badly a branch of a union fits: a branch whose own key is there fits better than one that lacks it. */
function misfit(issues: readonly Issue[], value: unknown): number {
  return issues.reduce((sum, issue) => sum + (issue.path.length === 0 ? 10 : missesKey(issue, value) ? 100 : 1), 0);
}

function missesKey(issue: Issue, value: unknown): boolean {
  const key = issue.path[0];
  return issue.path.length === 1 && key !== undefined && !(typeof value === "object" && value !== null && key in value);
}

/** The keys by which the branches of a union can be told apart: those they demand and that are missing. */
function branchKeys(errors: readonly (readonly Issue[])[], value: unknown): string[] {
  const given = typeof value === "object" && value !== null ? value : {};
  const demanded = errors.flatMap((issues) => issues.map((issue) => String(issue.path[0] ?? "")));
  return [...new Set(demanded)].filter((key) => key !== "" && !(key in given));
}

const wrongKind = (issue: Issue): boolean =>
  issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");

function fromUnion(issue: Issue & { code: "invalid_union" }, input: unknown, base: Path): Problem[] {
  const value = valueAt(input, base);
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const fitting = issue.errors.filter((issues) => !issues.some(wrongKind));
  if (fitting.length === 0) return [problem("no_such_kind", base, unionKinds(issue.errors), describeValue(value))];
  const best = [...fitting].sort((a, b) => misfit(a, value) - misfit(b, value))[0] ?? [];
  // Every branch misses the key that names it: say which keys there are instead of how one of them fails.
  if (isObject && fitting.length > 1 && misfit(best, value) >= 100) {
    const given = Object.keys(value as object).join(", ");
    return [
      problem(
        "no_such_kind",
        base,
        `one of ${branchKeys(fitting, value).join(", ")}`,
        given ? `keyed ${given}` : "empty",
      ),
    ];
  }
  return best.flatMap((each) => fromIssue(each, input, base));
}

function unionKinds(errors: readonly (readonly Issue[])[]): string {
  const kinds = errors.flatMap((issues) =>
    issues.map((each) => (each.code === "invalid_type" ? typeName(each.expected) : "")),
  );
  return [...new Set(kinds.filter(Boolean))].join(" or ") || "another value";
}

function problem(code: string, path: Path, expected: string, received: string): Problem {
  return { code, path: jsonPath(path), expected, received, severity: "error" };
}

function fromFormat(issue: Issue, path: Path, received: string): Problem {
  const rule = issue.message in rules ? issue.message : "";
  if (rule) return problem(rule, path, rules[rule] ?? "", received);
  const format = issue.code === "invalid_format" ? issue.format : "";
  const expected = format === "datetime" ? "a time like 2026-11-21T09:30:00Z" : "another form";
  return problem("bad_format", path, expected, received);
}

function fromIssue(issue: Issue, input: unknown, base: Path = []): Problem[] {
  const path = [...base, ...issue.path];
  const value = valueAt(input, path);
  const received = describeValue(value);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        problem("unknown_key", [...path, key], "no such key here", describeValue(valueAt(input, [...path, key]))),
      );
    case "invalid_type":
      return [
        value === undefined
          ? problem("missing", path, typeName(issue.expected), "nothing")
          : problem("wrong_type", path, typeName(issue.expected), received),
      ];
    case "too_big":
      return [problem(issue.origin === "string" ? "too_long" : "too_many", path, atMost(issue), received)];
    case "too_small":
      return [problem(issue.origin === "string" ? "too_short" : "too_few", path, atLeast(issue), received)];
    case "invalid_value":
      return [problem(value === undefined ? "missing" : "not_one_of", path, oneOf(issue.values), received)];
    case "invalid_union":
      return fromUnion(issue, input, path);
    case "invalid_key":
      return issue.issues.map((each) =>
        problem("bad_key", path, rules[each.message] ?? "another key", describeValue(path.at(-1))),
      );
    default:
      return [fromFormat(issue, path, received)];
  }
}

function amount(origin: string, number: number | bigint): string {
  if (origin === "string") return `${number} characters`;
  return origin === "array" ? `${number} entries` : `${number}`;
}

const atMost = (issue: Issue & { code: "too_big" }): string => `at most ${amount(issue.origin, issue.maximum)}`;
const atLeast = (issue: Issue & { code: "too_small" }): string => `at least ${amount(issue.origin, issue.minimum)}`;
const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? describeValue(values[0]) : `one of ${values.map(describeValue).join(", ")}`;

/** Turns what zod found into problems, one for every place that needs a change. */
export function toProblems(error: z.core.$ZodError, input: unknown): Problem[] {
  return error.issues.flatMap((issue) => fromIssue(issue, input));
}

/**
 * One sentence: where, what was there, what to write instead.
 *
 * @example
 * ```ts
 * renderProblem({ code: "missing", path: "$.steps[0].title", expected: "a text", received: "nothing", severity: "error" });
 * // "$.steps[0].title is missing: add a text."
 * ```
 */
export function renderProblem(problem: Problem): string {
  const { path, expected, received } = problem;
  switch (problem.code) {
    case "missing":
      return `${path} is missing: add ${expected}.`;
    case "unknown_key":
      return `${path} is not known here: remove it or correct its spelling.`;
    case "wrong_type":
      return `${path} should be ${expected}, but is ${received}.`;
    case "not_json":
      return `${path} could not be read: ${received}. Write ${expected}.`;
    default:
      return problem.severity === "warning"
        ? `${path}: ${received}. Better: ${expected}.`
        : `${path} is ${received}: write ${expected}.`;
  }
}
