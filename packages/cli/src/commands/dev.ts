import type { CommandDef } from "citty";
import { startDev } from "../dev/start-dev.ts";
import { type JourneyFile, renderFile } from "../journey-files.ts";
import { listed, wholeNumber } from "./check-flags.ts";
import { plainly } from "./plainly.ts";

function tell(files: readonly JourneyFile[]): void {
  for (const line of files.flatMap(renderFile)) console.error(line);
  const good = files.filter(({ journey }) => journey !== null).length;
  console.error(`waymark: ${good} of ${files.length} journeys are in the page`);
}

/** `waymark dev --app URL`: your app as it runs, with Waymark in it. */
export const dev: CommandDef = {
  meta: {
    name: "dev",
    description: "Show your running app with your journeys in it, and load it again when a journey is saved.",
  },
  args: {
    app: { type: "string", default: ".", description: "Your app's address, or a folder of pages" },
    journeys: { type: "string", default: "journeys", description: "The folder of your journey files" },
    role: { type: "string", description: "Whose journeys are shown, with commas between. Default: all" },
    port: { type: "string", default: "4190", description: "0 takes a free one" },
    json: { type: "boolean", description: "Print the addresses as one line of JSON" },
  },
  run: plainly(async ({ args }) => {
    const running = await startDev({
      app: String(args.app),
      journeys: String(args.journeys),
      roles: args.role === undefined ? undefined : listed(args.role),
      port: wholeNumber("port", args.port, 0),
      onRead: tell,
    });
    const stop = async (): Promise<void> => {
      await running.close();
      process.exit(0);
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
    const { url, collector, invite } = running;
    if (args.json) console.log(JSON.stringify({ url, collector, dashboard: invite }));
    else
      console.log(
        `Your app with Waymark   ${url}\nThe dashboard           ${invite}\nCtrl-C ends it and leaves nothing behind.`,
      );
  }),
};
