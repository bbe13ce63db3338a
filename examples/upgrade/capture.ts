// Writes what this build leaves on a device: `node examples/upgrade/capture.ts` once for each release, and the file stays for good.
import { readFileSync, writeFileSync } from "node:fs";
import { launchBrowser } from "../../packages/testing/src/browser.ts";
import { serveExamples } from "../../packages/testing/src/serve-examples.ts";
import { capturedKey, readStored } from "./stored.ts";

const { version } = JSON.parse(readFileSync(new URL("../../packages/sdk/package.json", import.meta.url), "utf8")) as {
  version: string;
};
const [browser, host] = await Promise.all([launchBrowser(), serveExamples()]);
try {
  const page = await browser.newPage();
  // A collector that is not there: what is told waits on the device.
  await page.goto(`${host.url}/upgrade/?collector=http://127.0.0.1:9&key=${capturedKey}`);
  await page.locator("waymark-launcher button").waitFor();
  for (const call of [
    ["track", "count.done"],
    ["track", "light.done"],
    ["track", "note.done"],
  ])
    await page.evaluate(
      (each) => (window as unknown as { waymark: { push(call: string[]): void } }).waymark.push(each),
      call,
    );
  // The queue is written at once, progress a moment later; nobody waits for a minute who captures once a release.
  await page.waitForTimeout(5_000);
  await page.goto(`${host.url}/journey.js`);
  const stored = { version, at: Date.now(), ...(await readStored(page)) };
  const file = new URL(`stored-${version}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`);
  console.log(
    `${file.pathname}: ${Object.entries(stored.database.stores)
      .map(([name, all]) => `${all.length} in ${name}`)
      .join(", ")}`,
  );
} finally {
  await browser.close();
  await host.close();
}
