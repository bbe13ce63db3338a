import { expect, test } from "vitest";
import { fuzz } from "./support/fuzzing.ts";

test("C114 4,000 mutated requests over HTTP: no crash, no 500, no hang, nothing in the log", {
  timeout: 120_000,
}, async () => {
  const { statuses, hangs, log, alive, held } = await fuzz(4000, 7);
  expect([hangs, log, alive]).toEqual([0, "", true]);
  expect(Object.keys(statuses).filter((status) => Number(status) >= 500)).toEqual([]);
  expect(held[1]).toBeLessThan(held[0] + 20);
  // It is no proof unless much of it came through, and much was refused.
  for (const status of ["202", "400", "401"]) expect([status, (statuses[status] ?? 0) > 100]).toEqual([status, true]);
});
