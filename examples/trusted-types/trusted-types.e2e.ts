import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, pressLauncher, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("trusted-types");

describe("a page with Trusted Types", () => {
  for (const path of ["", "none.html"]) {
    it(`V17 works in full, with no report: ${path || "required"}`, async () => {
      const { page, errors, violations, console } = await here.open({ path });
      await showStep(page);
      await guideStands(page);
      await closeGuide(page);
      await pressLauncher(page);
      expect(await violations()).toEqual([]);
      expect(errors).toEqual([]);
      expect(console).toEqual([]);
    });
  }
});
