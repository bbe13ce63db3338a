import { describe, expect, it } from "vitest";

/** As much of a `WaymarkCommand` (`@waymark/cli`) as is asked. */
export interface CommandLike {
  description: string;
  options?: Readonly<Record<string, { type: "string" | "boolean"; description: string }>>;
  run(call: {
    options: Readonly<Record<string, string | boolean | undefined>>;
    files: readonly string[];
    print(line: string): void;
  }): unknown;
}

/** A command in a place where it can run, with options that it takes. */
export interface CommandWorld {
  command: CommandLike;
  options?: Readonly<Record<string, string | boolean>>;
  files?: readonly string[];
}

/** What every command promises: a sentence and options that help can print, something said, and an exit code or none. */
export function commandContract(name: string, make: () => CommandWorld | Promise<CommandWorld>): void {
  describe(`${name} as a command`, () => {
    it("can be told in help", async () => {
      const { command } = await make();
      expect(command.description).toMatch(/^\S.{8,118}\S$/);
      for (const [option, { type, description }] of Object.entries(command.options ?? {})) {
        expect(option).toMatch(/^[a-z][a-z0-9-]*$/);
        expect(["string", "boolean"]).toContain(type);
        expect(description.trim()).not.toBe("");
      }
    });

    it("says something through print, and answers with an exit code or nothing", async () => {
      const { command, options = {}, files = [] } = await make();
      const lines: string[] = [];
      const code = await command.run({ options, files, print: (line) => void lines.push(line) });
      expect(lines.join("").trim()).not.toBe("");
      expect(code === undefined || (typeof code === "number" && Number.isInteger(code) && code >= 0)).toBe(true);
    });
  });
}
