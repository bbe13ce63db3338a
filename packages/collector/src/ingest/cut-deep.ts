/** No document of ours is nested deeper; thousands of levels would exhaust the stack of whoever walks them. */
const deepest = 64;

/**
 * Cuts off what lies too deep, in the value itself. What remains is refused where it stands, by the document's own rules.
 *
 * @param level - At which level of its document the value stands.
 */
export function cutDeep(value: unknown, level = 1): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (level > deepest) return "(too deep)";
  const inner = value as Record<string, unknown>;
  for (const key of Object.keys(inner)) {
    const before = inner[key];
    const after = cutDeep(before, level + 1);
    if (after !== before) inner[key] = after;
  }
  return value;
}
