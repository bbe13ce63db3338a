/** The permanent name of what the command line cannot do. */
export type FailureCode =
  | "browser_missing"
  | "command_broken"
  | "driver_missing"
  | "dev_target"
  | "files_missing"
  | "host_silent"
  | "journeys_broken"
  | "module_missing"
  | "project_unclear"
  | "role_unknown"
  | "sign_in_failed"
  | "unfit";

/** All of them, with the next step of each. */
export const failures: Readonly<Record<FailureCode, string>> = {
  browser_missing:
    "Install one: npx playwright-core install chromium, or name yours with CHROMIUM_PATH=/path/to/chromium.",
  command_broken: "Export the command as default: docs/extend/commands.md.",
  driver_missing: "Install it beside waymark: npm install --save-dev playwright-core@1.65.1",
  dev_target: "Start your app first, then waymark dev --app http://127.0.0.1:3000.",
  files_missing: "Name the journey files: journeys/*.journey.json",
  host_silent: "Start your app, or correct --url.",
  journeys_broken: "Mend the errors above: waymark lint says the same.",
  module_missing: "Install it beside waymark: npm install --save-dev @modelcontextprotocol/sdk@1.32.2",
  project_unclear: "Run waymark init in the folder of your app, where its package.json or index.html is.",
  role_unknown: "Say how each signs in: --as sales-rep=/login?as=rep,support-agent=state.json",
  sign_in_failed: "Correct the path after --as, or name a file with Playwright's storage state.",
  unfit: "See waymark <command> --help for what it takes.",
};

/** A command cannot be carried out: a permanent code, the cause, the next step. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly next: string;
  constructor(code: FailureCode, cause: string) {
    super(cause);
    this.name = "Failure";
    this.code = code;
    this.next = failures[code];
  }
}
