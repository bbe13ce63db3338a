import type { Frame, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { authoring, type Editor, fromLines, kept, openEditor } from "./desk.ts";

const here = authoring();

/** Hosts where an element stands as hosts have them. */
const hosts: Readonly<Record<string, { path: string; frame?: string; target: string; within?: object }>> = {
  "a modal dialog": { path: "../modal-dialog/?waymark=author", target: "#target" },
  "nested shadow roots": { path: "../shadow-root/?waymark=author", target: "#target" },
  "a frame of the same origin": {
    path: "../frame-target/?waymark=author",
    frame: "order",
    target: "#target",
    within: { frame: { id: "order" } },
  },
  "a strict policy": { path: "../strict-csp/?waymark=author", target: "#target" },
  "Trusted Types": { path: "../trusted-types/?waymark=author", target: "#target" },
  "rules that reach everything": { path: "../hostile-css/?waymark=author", target: "#target" },
};

const sceneOf = (page: Page, frame?: string): Page | Frame =>
  (frame && page.frames().find((each) => each.url().includes("frame.html"))) || page;

/** Everything that the target hears from now on. */
async function listen(scene: Page | Frame, target: string): Promise<() => Promise<string[]>> {
  await scene.locator(target).evaluate((element) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ["pointerdown", "mousedown", "mouseup", "click", "keydown", "keyup", "focus"])
      element.addEventListener(type, () => heard.push(type));
  });
  return () => scene.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

async function middleOf({ page }: Editor, target: string, frame?: string): Promise<{ x: number; y: number }> {
  const box = await sceneOf(page, frame).locator(target).boundingBox();
  if (!box) throw new Error("There is nothing to point at.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe.each(Object.entries(hosts))("the editor over %s", (_, { path, frame, target, within }) => {
  it("J22 J35 points by mouse and by keyboard alone, the host hears neither; what is done there is recorded", async () => {
    const desk = await openEditor(here, path);
    const { page, editor, press, opened } = desk;
    await fromLines(desk);
    await press(/1\. Save it/);
    const scene = sceneOf(page, frame);
    const heard = await listen(scene, target);
    const name = editor.locator(".target b");

    await press("Point at it");
    const { x, y } = await middleOf(desk, target, frame);
    await page.mouse.move(x, y);
    const box = await editor.locator(".frame").boundingBox();
    expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - x)).toBeLessThan(2);
    expect(Math.abs((box?.y ?? 0) + (box?.height ?? 0) / 2 - y)).toBeLessThan(2);
    await page.mouse.click(x, y);
    await expect.poll(() => name.textContent()).toBe("Save");
    if (within) expect((await kept(page)).history.now.steps[0]?.do?.target).toMatchObject(within);

    await press("Point at nothing");
    await editor.getByRole("button", { name: "Point at it" }).focus();
    await page.keyboard.press("Enter");
    await editor.getByText(/Arrow keys walk/).waitFor();
    const onTarget = async (): Promise<boolean> => {
      const at = (await editor.locator(".frame").count()) ? await editor.locator(".frame").boundingBox() : null;
      const to = await middleOf(desk, target, frame);
      return !!at && Math.abs(at.x + at.width / 2 - to.x) < 2 && Math.abs(at.y + at.height / 2 - to.y) < 2;
    };
    for (let tries = 0; tries < 12 && !(await onTarget()); tries++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(() => name.textContent()).toBe("Save");
    expect(await heard()).toEqual([]);

    await press("Record more steps");
    await editor.getByRole("button", { name: "Finish recording" }).waitFor();
    await scene.locator(target).click();
    await editor.getByText(/Last: Save/).waitFor();
    const [deed] = (await kept(page)).deeds;
    expect(deed).toMatchObject({ kind: "click", name: "Save", ...(within && { target: within }) });
    expect(await heard()).toContain("click");
    await press("Finish recording");
    await editor.getByRole("button", { name: /2\. Save/ }).waitFor();
    expect(await opened.violations()).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});

it("J36 a preview comes in under a strict policy and under Trusted Types; where no address may be made it says so", async () => {
  for (const path of ["../strict-csp/", "../trusted-types/"]) {
    const desk = await openEditor(here, `${path}?waymark=author`);
    await fromLines(desk);
    await desk.press("Preview");
    await desk.page.locator("waymark-panel").getByText("Save it").first().waitFor();
    expect(await desk.opened.violations()).toEqual([]);
  }
  const none = await openEditor(here, "../trusted-types/none.html?waymark=author");
  await none.page.evaluate(() => {
    const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy(): never } };
    trustedTypes.createPolicy = () => {
      throw new TypeError("none");
    };
  });
  await fromLines(none);
  await none.press("Preview");
  await none.editor.getByText(/The page let no preview in/).waitFor();
});

it("J33 what stands in a field is never its name, and is in no recording", async () => {
  const { page, editor, press } = await openEditor(here, "?waymark=author");
  await press(/Show it/);
  await page.locator("#loose").fill("Another secret");
  await page.getByLabel("Customer").fill("Nadia");
  await editor.getByText(/Last: Customer/).waitFor();
  const all = JSON.stringify(await kept(page));
  for (const text of ["secret", "Nadia", "own words"]) expect(all).not.toContain(text);
});
