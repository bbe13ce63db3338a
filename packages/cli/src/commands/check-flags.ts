import type { ArgsDef, CommandContext } from "citty";

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const written = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

/**
 * Every flag that is none of the command's or has no value, and what is left over: passed over, a mistyped `--data` would
 * mean the default folder.
 */
export function flagProblems({ args, cmd }: CommandContext, takesFiles: boolean): string[] {
  const definitions = (cmd.args ?? {}) as ArgsDef;
  const names = Object.keys(definitions);
  const known = new Set(["_", ...names, ...names.map(camel)]);
  const offered = names.length > 0 ? `it takes ${names.map(written).join(", ")}` : "it takes none";
  const odd = Object.keys(args).filter((name) => !known.has(name));
  const bare = names.filter((name) => args[name] === "");
  return [
    ...odd.map((name) => `${written(name)} is no option of this command: ${offered}.`),
    ...bare.map((name) => `${written(name)} has no value: write one after it, or leave it out.`),
    ...(takesFiles ? [] : args._).map((over) => `"${over}" is left over: this command takes options only, see --help.`),
  ];
}

/** A flag's value as a whole number; fails where it is none or below `least`. */
export function wholeNumber(name: string, value: unknown, least: number): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new Error(`--${name} is ${String(value)}: write a whole number, ${least} or more.`);
}

/** A flag's value as a list: what stands between its commas. */
export function listed(value: unknown): string[] {
  return String(value)
    .split(",")
    .map((each) => each.trim());
}

/** A flag's value as the address of a server, without the slash at its end. */
export function webAddress(name: string, value: unknown): string {
  const text = String(value);
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, "");
  throw new Error(`--${name} is ${text}: write an address like https://waymark.example.com.`);
}
