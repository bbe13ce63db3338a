import { expect, it } from "vitest";
import { axeFaults } from "../../packages/testing/src/index.ts";
import { authoring, elsewhere, openEditor } from "./desk.ts";
import { faces } from "./faces.ts";

const here = authoring();

it("J38 axe finds nothing in any face, dark, from right to left and at 320 px; none is too wide, and a preview can be ended", async () => {
  const path = "?waymark=author&theme=dark&lang=ar";
  const desk = await openEditor(here, path);
  const { page } = desk;
  await page.setViewportSize({ width: 320, height: 640 });
  const faults: string[] = [];
  const look = async (name: string): Promise<void> => {
    const found = await axeFaults(page, "waymark-author");
    faults.push(...found.map((fault) => `${name}: ${fault}`));
    const out = await page
      .locator("waymark-author :is(.panel, .bar)")
      .evaluateAll((all) => all.map((each) => each.scrollWidth - each.clientWidth));
    faults.push(...out.filter((px) => px > 0).map((px) => `${name}: ${px} px too wide`));
  };
  for (const { name, reach } of faces) {
    await reach(desk);
    await look(name);
  }
  await page.goto(here.url().replace("127.0.0.1", elsewhere) + path);
  await page.locator("waymark-author #signin-key").waitFor();
  await look("sign-in");
  expect(faults).toEqual([]);
});
