import { migrate as move } from "@waymark/collector";
import type { CommandDef } from "citty";
import { plainly } from "./plainly.ts";

/** `waymark collector migrate`: from SQLite to ClickHouse, while the collector takes events. */
export const migrate: CommandDef = {
  meta: { name: "migrate", description: "Move events to ClickHouse while the collector goes on taking them." },
  args: {
    data: {
      type: "string",
      description: "Directory of the collector's data. Default: WAYMARK_DATA, else ./waymark-data",
    },
    to: { type: "string", required: true, description: "clickhouse://user:password@host:8123/database" },
    control: { type: "string", description: "postgres://user:password@host/database: moves control data too" },
    follow: {
      type: "boolean",
      description: "Go on until SIGINT or SIGTERM; then a last round that checks every event",
    },
  },
  run: plainly(async ({ args }) => {
    const ending = new AbortController();
    if (args.follow === true)
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => ending.abort());
    let caughtUp = false;
    const moved = await move({
      dataDir: String(args.data ?? process.env.WAYMARK_DATA ?? "./waymark-data"),
      clickhouse: String(args.to),
      postgres: args.control === undefined ? undefined : String(args.control),
      follow: args.follow === true ? ending.signal : undefined,
      logger: { error: (message, facts) => console.error(`waymark: ${message} ${JSON.stringify(facts)}`) },
      onRound({ copied, behind }) {
        if (args.follow !== true || (caughtUp && copied === 0)) return;
        caughtUp = !behind;
        console.error(
          behind ? `waymark: ${copied} events copied` : "waymark: caught up; stop the old collector, then me",
        );
      },
    });
    console.log(JSON.stringify(moved));
  }),
};
