import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CollectorError } from "../errors.ts";
import type { Webhook } from "../summaries/deliver.ts";
import { addressProblem } from "../summaries/public-address.ts";
import type { SummaryOptions } from "../summaries/summaries.ts";
import { isMailAddress, type TargetNoticeOptions } from "../summaries/target-notices.ts";
import { type LogLevel, logLevels } from "./log.ts";

/** How `waymark collector serve` runs. */
export interface CollectorConfig {
  dataDir: string;
  port: number;
  host: string;
  logLevel: LogLevel;
  /** The master secret, where one is given. */
  secret: string | undefined;
  /** What opens `/metrics`; without one only a single project's owner key does. */
  metricsToken: string | undefined;
  /** Where a summary goes each time a block has closed. */
  summary: SummaryOptions;
  /** Where it is told that pages do not find a target any more. */
  targets: TargetNoticeOptions;
  /** Addresses of stores that are not in the folder. */
  store: { clickhouse: string | undefined; postgres: string | undefined };
}

/** Where a setting may be given. Secrets are no flags: every user of a machine reads other processes' command lines. */
interface Setting {
  flag: string | null;
  variable: string;
  fallback: string | undefined;
}

const settings = {
  data: { flag: "data", variable: "WAYMARK_DATA", fallback: "./waymark-data" },
  port: { flag: "port", variable: "WAYMARK_PORT", fallback: "4180" },
  host: { flag: "host", variable: "WAYMARK_HOST", fallback: "127.0.0.1" },
  logLevel: { flag: "log-level", variable: "WAYMARK_LOG_LEVEL", fallback: "info" },
  secret: { flag: null, variable: "WAYMARK_SECRET", fallback: undefined },
  secretFile: { flag: "secret-file", variable: "WAYMARK_SECRET_FILE", fallback: undefined },
  clickhouse: { flag: "clickhouse", variable: "WAYMARK_CLICKHOUSE", fallback: undefined },
  clickhouseFile: { flag: null, variable: "WAYMARK_CLICKHOUSE_FILE", fallback: undefined },
  postgres: { flag: "postgres", variable: "WAYMARK_POSTGRES", fallback: undefined },
  postgresFile: { flag: null, variable: "WAYMARK_POSTGRES_FILE", fallback: undefined },
  summaryFolder: { flag: "summary-folder", variable: "WAYMARK_SUMMARY_FOLDER", fallback: undefined },
  summaryUrl: { flag: "summary-url", variable: "WAYMARK_SUMMARY_URL", fallback: undefined },
  summaryPrivate: { flag: "summary-private", variable: "WAYMARK_SUMMARY_PRIVATE", fallback: undefined },
  summarySecret: { flag: null, variable: "WAYMARK_SUMMARY_SECRET", fallback: undefined },
  summarySecretFile: { flag: "summary-secret-file", variable: "WAYMARK_SUMMARY_SECRET_FILE", fallback: undefined },
  targetsUrl: { flag: "targets-url", variable: "WAYMARK_TARGETS_URL", fallback: undefined },
  targetsFolder: { flag: "targets-folder", variable: "WAYMARK_TARGETS_FOLDER", fallback: undefined },
  targetsTo: { flag: "targets-to", variable: "WAYMARK_TARGETS_TO", fallback: undefined },
  metricsToken: { flag: null, variable: "WAYMARK_METRICS_TOKEN", fallback: undefined },
  metricsTokenFile: { flag: "metrics-token-file", variable: "WAYMARK_METRICS_TOKEN_FILE", fallback: undefined },
} satisfies Record<string, Setting>;

type Name = keyof typeof settings;
type Given = Readonly<Record<string, unknown>>;

const shortestSecret = 32;
const shortestToken = 16;

/** The nearest folder above that is there. */
function above(path: string): string {
  return existsSync(path) ? path : above(dirname(path));
}

function folderProblem(path: string): string | null {
  const full = resolve(path);
  const found = above(full);
  if (!statSync(found).isDirectory()) return `${found} is a file: name a folder.`;
  try {
    accessSync(found, constants.W_OK);
    return null;
  } catch {
    return `${found} cannot be written by this user: change its owner, or name another folder.`;
  }
}

/** Reads settings, and collects everything that is wrong with them. */
class Reading {
  readonly problems: string[] = [];
  readonly #flags: Given;
  readonly #env: Given;

  constructor(flags: Given, env: Given) {
    this.#flags = flags;
    this.#env = env;
  }

  /** How a person finds the setting again. */
  name(of: Name): string {
    const { flag, variable } = settings[of];
    if (flag !== null && this.#flags[flag] !== undefined) return `--${flag}`;
    return flag === null || this.#env[variable] !== undefined ? variable : `--${flag}`;
  }

  text(of: Name): string | undefined {
    const { flag, variable, fallback } = settings[of];
    const given = (flag === null ? undefined : this.#flags[flag]) ?? this.#env[variable] ?? fallback;
    return given === undefined ? undefined : String(given);
  }

  /** What is better kept out of lists of processes: from its variable, or from the file that is named. */
  #kept(of: "secret" | "metricsToken" | "summarySecret" | "clickhouse" | "postgres"): {
    value: string | undefined;
    name: string;
  } {
    const file = `${of}File` as const;
    const [direct, path] = [this.text(of), this.text(file)];
    if (direct !== undefined && path !== undefined)
      this.problems.push(`${this.name(of)} and ${this.name(file)} are both given: keep one.`);
    let value = direct;
    if (direct === undefined && path !== undefined) {
      const problem = (what: string): void =>
        void this.problems.push(`${this.name(file)} names ${path}, which ${what}.`);
      if (!(existsSync(path) && statSync(path).isFile())) problem("is no file: correct the path");
      else
        try {
          value = readFileSync(path, "utf8").trim();
        } catch {
          problem("this user cannot read: correct its owner or its mode");
        }
    }
    return { value, name: this.name(direct === undefined ? file : of) };
  }

  secret(of: "secret" | "metricsToken" | "summarySecret", shortest: number): string | undefined {
    const { value, name } = this.#kept(of);
    if (value !== undefined && value.length < shortest)
      this.problems.push(
        `${name} is too short: use ${shortest} characters or more, like those of openssl rand -base64 32.`,
      );
    return value;
  }

  /** The address of a store. It is never shown: it may hold a password. */
  address(of: "clickhouse" | "postgres", example: string): string | undefined {
    const { value, name } = this.#kept(of);
    const scheme = of === "postgres" ? /^postgres(ql)?:$/ : /^(clickhouse|https?):$/;
    if (value !== undefined && !(URL.canParse(value) && scheme.test(new URL(value).protocol)))
      this.problems.push(`${name} is no address of such a store: write one like ${example}.`);
    return value;
  }

  /** Yes or no; left empty, as files of variables do, it is no. */
  yes(of: "summaryPrivate"): boolean {
    const text = (this.text(of) ?? "").toLowerCase();
    if (["true", "1", "yes"].includes(text)) return true;
    if (!["", "false", "0", "no"].includes(text))
      this.problems.push(`${this.name(of)} is ${text}: write true or false.`);
    return false;
  }

  /** A webhook, signed with the one secret that all of them have. */
  #webhook(
    of: "summaryUrl" | "targetsUrl",
    { secret, allowPrivate }: { secret: string | undefined; allowPrivate: boolean },
  ): Webhook | undefined {
    const url = this.text(of);
    if (url === undefined) return undefined;
    const problem = addressProblem(url, allowPrivate);
    if (problem !== null) this.problems.push(`${this.name(of)} ${problem}`);
    if (secret === undefined)
      this.problems.push(`${this.name(of)} is given without a secret to sign with: set WAYMARK_SUMMARY_SECRET.`);
    return { url, secret: secret ?? "", allowPrivate };
  }

  outgoing(): { summary: SummaryOptions; targets: TargetNoticeOptions } {
    const signing = {
      secret: this.secret("summarySecret", shortestSecret),
      allowPrivate: this.yes("summaryPrivate"),
    };
    const summary = { folder: this.text("summaryFolder"), webhook: this.#webhook("summaryUrl", signing) };
    const [folder, to] = [this.text("targetsFolder"), this.text("targetsTo")];
    if ((folder === undefined) !== (to === undefined))
      this.problems.push(
        `${this.name("targetsFolder")} and ${this.name("targetsTo")} belong together: a folder for e-mails, and whom they are for.`,
      );
    if (to !== undefined && !isMailAddress(to))
      this.problems.push(`${this.name("targetsTo")} is ${to}: write one e-mail address, like ana@example.com.`);
    const mail = folder === undefined || to === undefined ? undefined : { folder, to };
    return { summary, targets: { webhook: this.#webhook("targetsUrl", signing), mail } };
  }

  /** Names that begin like ours and are none: a slip of the pen would pass unseen. */
  unknown(): void {
    const known: readonly string[] = Object.values(settings).map(({ variable }) => variable);
    for (const name of Object.keys(this.#env))
      if (name.startsWith("WAYMARK_") && !known.includes(name))
        this.problems.push(`${name} is no setting: write one of ${known.join(", ")}.`);
  }
}

/**
 * Reads flags and environment; a flag goes before its variable.
 *
 * @throws CollectorError `config_invalid`, with every problem at once in `members.problems`.
 */
export function readConfig(flags: Given, env: Given): CollectorConfig {
  const it = new Reading(flags, env);
  const { problems } = it;
  const dataDir = it.text("data") ?? "";
  const folder = dataDir === "" ? "the name is empty: name a folder." : folderProblem(dataDir);
  if (folder !== null) problems.push(`${it.name("data")}: ${folder}`);
  const port = Number(it.text("port") || Number.NaN);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    problems.push(
      `${it.name("port")} is ${it.text("port")}: write a whole number from 0 to 65535; 0 takes a free one.`,
    );
  const host = it.text("host") ?? "";
  if (!/^[\w.:-]+$/.test(host))
    problems.push(
      `${it.name("host")} is ${JSON.stringify(host)}: write an address or a name, like 127.0.0.1 or 0.0.0.0.`,
    );
  const logLevel = it.text("logLevel") as LogLevel;
  if (!logLevels.includes(logLevel))
    problems.push(`${it.name("logLevel")} is ${logLevel}: write one of ${logLevels.join(", ")}.`);
  const secret = it.secret("secret", shortestSecret);
  if (secret !== undefined && folder === null && existsSync(join(dataDir, "secrets.json")))
    problems.push(
      `${it.name("secret")} is given, and ${dataDir} has a secrets.json: another secret would make every person a new one. Leave it out, or use an empty folder.`,
    );
  const metricsToken = it.secret("metricsToken", shortestToken);
  const store = {
    clickhouse: it.address("clickhouse", "clickhouse://user:password@host:8123/waymark"),
    postgres: it.address("postgres", "postgres://user:password@host/waymark"),
  };
  const { summary, targets } = it.outgoing();
  it.unknown();
  if (problems.length > 0) throw new CollectorError("config_invalid", { message: problems.join("\n") }, { problems });
  return { dataDir, port, host, logLevel, secret, metricsToken, summary, targets, store };
}
