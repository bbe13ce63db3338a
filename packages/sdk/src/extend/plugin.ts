import type { WaymarkOptions } from "../runtime/options.ts";

/** What a plugin may bring, each under a name that journeys, authors or the page use. */
export interface Plugin
  extends Pick<WaymarkOptions, "conditions" | "targets" | "actions" | "surfaces" | "marks" | "destinations"> {
  /** Names the plugin in what is said about it. */
  name: string;
}

const registries = ["conditions", "targets", "actions", "surfaces", "marks"] as const;

/** Surfaces of ours, whose names and elements are taken. */
const ours = new Set(
  (
    "launcher panel brief map library gains settings report ask handover closed coach spotlight prompt answer focus " +
    "focus-more my-map"
  ).split(" "),
);

/** What stood in the way of a plugin; the rest of it works. */
export interface PluginProblem {
  /** `name_taken`: the host or a plugin before it has it. `name_invalid`: nobody could write it. */
  code: "name_taken" | "name_invalid";
  plugin: string;
  registry: (typeof registries)[number];
  name: string;
}

/** Names of surfaces become names of elements, names of marks stand in texts. */
const strict = /^[a-z][a-z0-9-]*$/;

function problemOf(
  plugin: string,
  registry: PluginProblem["registry"],
  name: string,
  known: object,
): PluginProblem | null {
  const narrow = registry === "surfaces" || registry === "marks";
  if (name === "" || (narrow && !strict.test(name))) return { code: "name_invalid", plugin, registry, name };
  const taken = Object.hasOwn(known, name) || (registry === "surfaces" && ours.has(name));
  return taken ? { code: "name_taken", plugin, registry, name } : null;
}

/** What to do about each. */
const advice: Readonly<Record<PluginProblem["code"], string>> = {
  name_taken: "the first one stays; give one of the two another name",
  name_invalid: "use lower-case letters, digits and hyphens, a letter first",
};

const warn = ({ code, plugin, registry, name }: PluginProblem): void =>
  console.warn(`[waymark] ${code}: ${registry} "${name}" of plugin "${plugin}": ${advice[code]}`);

/**
 * Adds plugins to options, in order. What the host says itself, and what came first, stays: a name that is taken is told
 * and left out, and nothing else of the plugin with it.
 *
 * @param tell - Hears of each problem. Default: a warning in the console.
 * @example
 * ```ts
 * const waymark = createWaymark(withPlugins({ key, collector, user }, [gridPlugin, dialerPlugin]));
 * ```
 */
export function withPlugins(
  options: WaymarkOptions,
  plugins: readonly Plugin[],
  tell: (problem: PluginProblem) => void = warn,
): WaymarkOptions {
  const all: WaymarkOptions = { ...options };
  for (const plugin of plugins) {
    for (const registry of registries) {
      const known: Record<string, unknown> = { ...all[registry] };
      for (const [name, entry] of Object.entries(plugin[registry] ?? {})) {
        const problem = problemOf(plugin.name, registry, name, known);
        if (problem) tell(problem);
        else known[name] = entry;
      }
      if (Object.keys(known).length > 0) Object.assign(all, { [registry]: known });
    }
    if (plugin.destinations) all.destinations = [...(all.destinations ?? []), ...plugin.destinations];
  }
  return all;
}

/** The plugin as it is: says to the compiler, and to who reads it, what it is. */
export const definePlugin = (plugin: Plugin): Plugin => plugin;
