import { listed } from "./check-flags.ts";

/** `a=1,b=2`: the parts of a list that each name something. */
function pairs(flag: string, value: unknown): [string, string][] {
  if (value === undefined) return [];
  return listed(value).map((each) => {
    const at = each.indexOf("=");
    if (at > 0 && at < each.length - 1) return [each.slice(0, at), each.slice(at + 1)];
    throw new Error(`--${flag} holds "${each}": write it as name=value, with commas between.`);
  });
}

/** A list that may be left out. */
export const many = (value: unknown): string[] => (value === undefined ? [] : listed(value).filter(Boolean));

/** `--as sales-rep=/?as=rep,agent=state.json`: by a path of the app, or by a file with Playwright's storage state. */
export function signIns(value: unknown): Record<string, { path: string } | { state: string }> {
  const by = pairs("as", value).map(([role, how]) => [role, how.endsWith(".json") ? { state: how } : { path: how }]);
  return Object.fromEntries(by) as Record<string, { path: string } | { state: string }>;
}

/** `--record deal=17,deal=18,ticket=3`. */
export function recordsOf(value: unknown): Record<string, string[]> {
  const groups = Map.groupBy(pairs("record", value), ([type]) => type);
  return Object.fromEntries([...groups].map(([type, own]) => [type, own.map(([, id]) => id)]));
}
