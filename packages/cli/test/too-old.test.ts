import { expect, test } from "vitest";
import { tooOld } from "../src/too-old.ts";

test("W59 a Node that is too old is told which is needed, and how to get it", () => {
  for (const version of ["18.20.4", "20.19.0", "23.11.1"])
    expect([version, tooOld(version)]).toEqual([
      version,
      expect.stringMatching(/24 or newer is needed\.\n {2}next: install/),
    ]);
  for (const version of ["24.0.0", "26.1.0", process.versions.node])
    expect([version, tooOld(version)]).toEqual([version, null]);
});
