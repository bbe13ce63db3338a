import type { CommandDef } from "citty";

/** Commands are read when they are called: a collector's parts are no part of `lint`. */
export const subCommands: Readonly<Record<string, () => Promise<CommandDef>>> = {
  init: async () => (await import("./init.ts")).init,
  lint: async () => (await import("./lint.ts")).lint,
  dev: async () => (await import("./dev.ts")).dev,
  check: async () => (await import("./check.ts")).check,
  publish: async () => (await import("./publish.ts")).publish,
  pull: async () => (await import("./pull.ts")).pull,
  report: async () => (await import("./report.ts")).report,
  types: async () => (await import("./types.ts")).types,
  templates: async () => (await import("./templates.ts")).templates,
  simulate: async () => (await import("./simulate.ts")).simulate,
  collector: async () => (await import("./collector.ts")).collector,
  mcp: async () => (await import("./mcp.ts")).mcp,
  completion: async () => (await import("./completion.ts")).completionOf(subCommands),
};
