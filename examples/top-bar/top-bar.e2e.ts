import { describe, expect, it } from "vitest";
import {
  closeGuide,
  guideStands,
  pressLauncher,
  showStep,
  situation,
  topmostAt,
} from "../../packages/testing/src/index.ts";

const here = situation("top-bar");

describe("bars on the highest layer", () => {
  it("V2 draws card, ring and launcher above the page's highest bars", async () => {
    const { page, errors } = await here.open();
    await showStep(page);
    await guideStands(page);
    expect(await topmostAt(page, "#target")).toBe("button#target");
    expect(await topmostAt(page, "waymark-coach [part=close]")).toBe("waymark-coach");
    await closeGuide(page);
    await pressLauncher(page);
    expect(await topmostAt(page, "waymark-prompt section")).toBe("waymark-prompt");
    expect(errors).toEqual([]);
  });
});
