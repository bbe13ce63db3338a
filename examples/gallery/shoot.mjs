// Takes the pictures of every surface anew and writes docs/gallery.md: `node examples/gallery/shoot.mjs [NAME...]`.
// Look at each before it is committed. Needs a built SDK.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { launchBrowser } from "../../packages/testing/src/browser.ts";
import { serveExamples } from "../../packages/testing/src/serve-examples.ts";
import { closeAll, font, hasFont, openPage, openSurface, photograph, toWebp, variants } from "./stage.ts";
import { surfaces } from "./surfaces.ts";

const here = new URL("baselines/", import.meta.url);
const chosen = process.argv.slice(2);
const wanted = surfaces.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
mkdirSync(here, { recursive: true });
const [browser, host] = await Promise.all([launchBrowser(), serveExamples()]);
for (const variant of variants) {
  const page = await openPage(browser, host.url, variant);
  if (!(await hasFont(page))) throw new Error(`Pictures are taken with ${font}, which is not installed here.`);
  for (const surface of surfaces) {
    await page.locator(surface.from ?? "#next").focus();
    // What a picture is taken of has long been at rest.
    await openSurface(page, surface, 30);
    if (wanted.includes(surface)) {
      const picture = await toWebp(page, await photograph(page, surface));
      writeFileSync(new URL(`${surface.name}.${variant}.webp`, here), picture);
      console.log(`${surface.name} ${variant} ${picture.length}`);
    }
    if (surface.esc === "inside") await page.locator(`${surface.element} button`).last().focus();
    if (surface.esc !== false) await page.keyboard.press("Escape");
    await closeAll(page);
  }
  await page.context().close();
}
await browser.close();
await host.close();

const names = new Set(surfaces.flatMap(({ name }) => variants.map((variant) => `${name}.${variant}.webp`)));
for (const file of readdirSync(here)) if (!names.has(file)) rmSync(new URL(file, here));
const total = [...names].reduce((sum, file) => sum + readFileSync(new URL(file, here)).length, 0);
console.log(`${names.size} pictures, ${Math.round(total / 1024)} KB`);

const picture = (name, variant) => `![${name}, ${variant}](../examples/gallery/baselines/${name}.${variant}.webp)`;
const parts = surfaces.map(
  ({ name, title }) => `## ${title}

| light | dark |
| --- | --- |
| ${picture(name, "light")} | ${picture(name, "dark")} |

| right to left | phone, 320 px |
| --- | --- |
| ${picture(name, "rtl")} | ${picture(name, "phone")} |
`,
);
writeFileSync(
  new URL("../../docs/gallery.md", import.meta.url),
  `# Every surface

Taken by \`node examples/gallery/shoot.mjs\`, compared with each test run by \`examples/gallery/gallery.e2e.ts\`. Names and
roles, as a screen reader has them: [examples/gallery/names](../examples/gallery/names).

${parts.join("\n")}`,
);
