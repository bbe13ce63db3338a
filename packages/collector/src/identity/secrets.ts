import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { CollectorError } from "../errors.ts";

/** What one project must keep to itself. */
export interface ProjectSecrets {
  /** Key of the pseudonyms. Who has it and a user id can find that person's rows: it never enters the database. */
  pseudonym: string;
  /** Shared with the host's server, which signs its users' tokens with it (HS256). */
  signing: string;
}

/** Where projects' secrets are. */
export interface Secrets {
  /** Fails with `project_unknown` where there are none. */
  get(project: string): ProjectSecrets;
  /** Makes a new project's secrets. */
  create(project: string): ProjectSecrets;
}

interface SecretsFile {
  version: 1;
  projects: Record<string, ProjectSecrets>;
}

function readSecrets(path: string): SecretsFile {
  if (!existsSync(path)) return { version: 1, projects: {} };
  return JSON.parse(readFileSync(path, "utf8")) as SecretsFile;
}

/** Written aside and moved into place: a crash leaves the old file or the new one, never half of one. */
function writeSecrets(path: string, file: SecretsFile): void {
  const aside = `${path}.${process.pid}.tmp`;
  writeFileSync(aside, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flush: true });
  chmodSync(aside, 0o600);
  renameSync(aside, path);
}

const mint = (): ProjectSecrets => ({
  pseudonym: randomBytes(32).toString("base64url"),
  signing: `ss_${randomBytes(32).toString("base64url")}`,
});

/**
 * Secrets in a file of their own beside the database, readable by its owner only (0600).
 *
 * @param path - The file, or `null` to keep them in memory.
 */
export function fileSecrets(path: string | null): Secrets {
  let file: SecretsFile = path === null ? { version: 1, projects: {} } : readSecrets(path);
  return {
    get(project) {
      // Another process, the command line say, may have made the project since.
      if (file.projects[project] === undefined && path !== null) file = readSecrets(path);
      const known = file.projects[project];
      if (known === undefined) throw new CollectorError("project_unknown", { project });
      return known;
    },
    create(project) {
      const made = mint();
      const before = path === null ? file : readSecrets(path);
      file = { version: 1, projects: { ...before.projects, [project]: made } };
      if (path !== null) writeSecrets(path, file);
      return made;
    },
  };
}

/** Secrets derived from one master secret that the operator keeps elsewhere: no file is written. */
export function derivedSecrets(master: string): Secrets {
  const derive = (purpose: string): string => createHmac("sha256", master).update(purpose).digest("base64url");
  const get = (project: string): ProjectSecrets => ({
    pseudonym: derive(`pseudonym\n${project}`),
    signing: `ss_${derive(`signing\n${project}`)}`,
  });
  return { get, create: get };
}
