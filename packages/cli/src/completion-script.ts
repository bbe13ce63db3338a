import type { CommandDef } from "citty";

/** A command as a shell knows it: its words, its options, and what is below it. */
export interface Word {
  name: string;
  description: string;
  options: string[];
  below: Word[];
}

const resolved = async <T>(value: T | Promise<T> | (() => T | Promise<T>)): Promise<T> =>
  typeof value === "function" ? (value as () => T | Promise<T>)() : value;

/** Reads a command and all below it. */
export async function wordsOf(name: string, given: CommandDef | (() => Promise<CommandDef>)): Promise<Word> {
  const command = (await resolved(given as CommandDef)) as CommandDef;
  const meta = (await resolved(command.meta)) ?? {};
  const args = (await resolved(command.args)) ?? {};
  const below = (await resolved(command.subCommands)) ?? {};
  const inside = Object.entries(below).map(([key, each]) => wordsOf(key, each as CommandDef));
  const options = [...Object.keys(args).map((each) => `--${each}`), "--help"];
  return { name, description: meta.description ?? "", options, below: await Promise.all(inside) };
}

/** Every way to a command: `collector serve` as `["collector", "serve"]`. */
function* ways(word: Word, before: readonly string[] = []): Generator<[path: readonly string[], word: Word]> {
  yield [before, word];
  for (const each of word.below) yield* ways(each, [...before, each.name]);
}

const offered = ({ below, options }: Word): string => [...below.map(({ name }) => name), ...options].join(" ");

function bash(root: Word): string {
  const cases = [...ways(root)].map(([path, word]) => `    "${path.join(" ")}") words="${offered(word)}" ;;`);
  return `_waymark() {
  local path="" word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) break ;; esac
    case " ${[...new Set([...ways(root)].flatMap(([path]) => path))].join(" ")} " in *" $word "*) path="\${path:+$path }$word" ;; esac
  done
  case "$path" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _waymark waymark
`;
}

/** zsh reads bash's words. */
const zsh = (root: Word): string => `autoload -U +X bashcompinit && bashcompinit\n${bash(root)}`;

function fish(root: Word): string {
  const quoted = (text: string): string => `'${text.replace(/['\\]/g, "\\$&")}'`;
  const lines = [...ways(root)].flatMap(([path, word]) => {
    const seen = path.map((each) => `__fish_seen_subcommand_from ${each}`).join("; and ");
    const names = word.below.map(({ name }) => name).join(" ");
    const none = names ? `not __fish_seen_subcommand_from ${names}` : "";
    const when = quoted([seen, none].filter(Boolean).join("; and ") || "true");
    const below = word.below.map(
      (each) => `complete -c waymark -n ${when} -f -a ${each.name} -d ${quoted(each.description)}`,
    );
    return [...below, ...word.options.map((each) => `complete -c waymark -n ${when} -l ${each.slice(2)}`)];
  });
  return `${lines.join("\n")}\n`;
}

/** Scripts by the name of the shell. */
export const scripts: Readonly<Record<string, (root: Word) => string>> = { bash, zsh, fish };
