import type { Comparison, Scalar } from "@waymark/schema";

/** Ids arrive as numbers from one host and as texts from another: `17` equals `"17"`. */
export function sameScalar(a: Scalar | undefined, b: Scalar | undefined): boolean {
  return a === b || (a != null && b != null && String(a) === String(b));
}

function isOrdered(a: Scalar | undefined, b: number | string): a is number | string {
  return typeof a === typeof b;
}

/** Every given part of the comparison holds; an empty comparison asks that the value is there and not `false`. */
export function matchValue(value: Scalar | undefined, wanted: Comparison): boolean {
  const { is, in: list, gt, lt, exists } = wanted;
  if (is !== undefined && !sameScalar(value, is)) return false;
  if (list !== undefined && !list.some((each) => sameScalar(value, each))) return false;
  if (gt !== undefined && !(isOrdered(value, gt) && value > gt)) return false;
  if (lt !== undefined && !(isOrdered(value, lt) && value < lt)) return false;
  if (exists !== undefined) return (value != null) === exists;
  return (
    is !== undefined || list !== undefined || gt !== undefined || lt !== undefined || (value != null && value !== false)
  );
}
