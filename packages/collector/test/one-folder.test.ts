import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { openControl } from "../src/control/open-control.ts";
import { createCollector } from "../src/index.ts";
import { ownFolder, startChild, stopChild } from "./support/process.ts";

function folder(): string {
  const { path, remove } = ownFolder();
  onTestFinished(remove);
  return path;
}

test("C360 one process has a folder: a second is told so, an act beside it is not, and who is killed holds nothing", {
  timeout: 60_000,
}, async () => {
  const dataDir = folder();
  const first = await startChild(dataDir);
  onTestFinished(() => void stopChild(first, "SIGKILL"));
  await expect(startChild(dataDir)).rejects.toThrow(`Another process runs a collector on ${dataDir}: end it first`);
  await expect(createCollector({ dataDir })).rejects.toMatchObject({ code: "store_in_use" });
  const beside = await createCollector({ dataDir, alongside: true });
  expect(await beside.admin.listProjects()).toHaveLength(1);
  await beside.close();
  // What went beside it gave nothing of the first one's away.
  await expect(createCollector({ dataDir })).rejects.toMatchObject({ code: "store_in_use" });
  await stopChild(first, "SIGKILL");
  const second = await startChild(dataDir);
  onTestFinished(() => void stopChild(second, "SIGKILL"));
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  expect(await stopChild(second, "SIGTERM")).toBe(0);
  const third = await createCollector({ dataDir });
  await third.close();
});

test("C360 one process may open its folder again, and holds it until the last of them is closed", {
  timeout: 60_000,
}, async () => {
  const dataDir = folder();
  const one = await createCollector({ dataDir });
  const two = await createCollector({ dataDir });
  await one.close();
  await expect(startChild(dataDir)).rejects.toThrow("store_in_use");
  await two.close();
  const other = await startChild(dataDir);
  expect(await stopChild(other, "SIGTERM")).toBe(0);
});

test("C497 a database that another process is just opening or closing is waited for, from the first statement on", async () => {
  const path = join(folder(), "control.sqlite");
  // A file that is not in WAL yet, and held whole: as it is in the moment in which another one opens or closes it.
  const holder = new Worker(
    `const { parentPort, workerData } = require("node:worker_threads");
     const { DatabaseSync } = require("node:sqlite");
     const db = new DatabaseSync(workerData);
     db.exec("CREATE TABLE held(x); BEGIN EXCLUSIVE");
     parentPort.postMessage("held");
     setTimeout(() => { db.exec("DROP TABLE held; COMMIT"); db.close(); }, 300);`,
    { eval: true, workerData: path },
  );
  await once(holder, "message");
  const control = await openControl(path);
  await control.destroy();
  await once(holder, "exit");
});
