import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { openControl } from "../src/control/open-control.ts";
import { insertProject } from "../src/control/projects.ts";
import { defaultRetention } from "../src/control/retention.ts";
import { openEventDatabase, sqliteEventStoreOver } from "../src/events/sqlite-event-store.ts";
import { toCollectorError } from "../src/http/problem.ts";
import { aHostEvent } from "./event-store-contract.ts";

const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};

// SQLite's own word for a disk that lets it read only, without the right to mount one: `pnpm test:long disk` has that.
test("C231 a disk that turns read-only: 503 with Retry-After for what cannot be kept, and it goes on afterwards", async () => {
  const said: string[] = [];
  const answerOf = (work: () => Promise<unknown>): Promise<unknown> =>
    work().then(
      () => "kept",
      (error: unknown) => {
        const { code, status, retryAfterSeconds } = toCollectorError(error, { error: (line) => void said.push(line) });
        return [code, status, retryAfterSeconds];
      },
    );
  const db = openEventDatabase(join(folder(), "events.sqlite"));
  const store = sqliteEventStoreOver(db);
  onTestFinished(() => store.close());
  const control = await openControl(join(folder(), "control.sqlite"));
  onTestFinished(() => control.destroy());
  const append = () => store.append({ project: "p", events: [aHostEvent], rejects: [] });
  const project = { id: "p", title: "P", timeZone: "UTC", roles: [], origins: [], createdAt: 0 };
  const insert = () => insertProject(control, { ...project, audience: null, retention: defaultRetention });
  db.exec("PRAGMA query_only=ON");
  await sql`PRAGMA query_only=ON`.execute(control);
  for (const work of [append, store.health, insert]) expect(await answerOf(work)).toEqual(["cannot_keep", 503, 5]);
  expect(said).toEqual(new Array(3).fill("the store cannot write"));
  expect(await store.events("p", null, 5)).toEqual([]);
  db.exec("PRAGMA query_only=OFF");
  await sql`PRAGMA query_only=OFF`.execute(control);
  for (const work of [append, store.health, insert]) expect(await answerOf(work)).toBe("kept");
});
