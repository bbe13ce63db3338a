import type { CommandDef } from "citty";
import { readRoles } from "../read-roles.ts";
import { listed } from "./check-flags.ts";
import { plainly } from "./plainly.ts";
import { ofProject, withProject } from "./with-admin.ts";

const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));

/** `waymark collector change`: a project's settings, field by field. What is not named stays. */
export const changeProject: CommandDef = {
  meta: { name: "change", description: "Change a project's title, origins, roles or audience, and print what holds." },
  args: {
    ...ofProject,
    title: { type: "string", description: "How the dashboard calls it" },
    origin: { type: "string", description: "Origins of your pages, comma-separated; or none: this machine only" },
    roles: { type: "string", description: "JSON file: [{ id, parent?, title, headcount? }]" },
    audience: { type: "string", description: "The aud that people's tokens must carry; or none" },
  },
  run: plainly(async ({ args }) => {
    const { title, origin, roles, audience } = args;
    if ([title, origin, roles, audience].every((each) => each === undefined))
      throw new Error("Say what to change: --title, --origin, --roles or --audience.");
    const change = {
      title: text(title),
      origins: origin === undefined ? undefined : origin === "none" ? [] : listed(origin),
      roles: roles === undefined ? undefined : await readRoles(String(roles)),
      audience: audience === "none" ? null : text(audience),
    };
    const changed = await withProject(args, (admin, of) => admin.change(of, change));
    const { id, timeZone, origins, ...rest } = changed;
    console.log(
      JSON.stringify({ id, title: rest.title, timeZone, roles: rest.roles, origins, audience: rest.audience }, null, 2),
    );
  }),
};
