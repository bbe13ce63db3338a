import type { CommandDef } from "citty";
import { plainly } from "./plainly.ts";
import { ofProject, withProject } from "./with-admin.ts";

/** `waymark collector rebuild`: computes a project's rows again, and says how far it is. */
export const rebuild: CommandDef = {
  meta: {
    name: "rebuild",
    description: "Compute a project's rows again from its events; the collector may run meanwhile.",
  },
  args: ofProject,
  run: plainly(async ({ args }) => {
    let told = -1;
    await withProject(args, (admin, of) =>
      admin.rebuild(of, (share) => {
        const percent = Math.floor(share * 100);
        if (percent === told) return;
        told = percent;
        console.error(`waymark: ${percent} %`);
      }),
    );
    console.log(`The rows of ${String(args.project)} are those of its events.`);
  }),
};
