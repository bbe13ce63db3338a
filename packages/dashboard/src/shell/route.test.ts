import type { SessionInfo } from "@waymark/schema";
import { expect, test } from "vitest";
import { hrefOf, pagesFor, parseRoute } from "./route.ts";

const session: SessionInfo = {
  role: "csm",
  project: { id: "p", title: "Halden Roe", timeZone: "UTC" },
  journeys: ["a", "b/c"].map((id) => ({ id, title: id, version: 1 })),
  roles: ["rep", "lead"].map((id) => ({ id, title: id, parent: null })),
};

test.each([
  ["", "a", "rep"],
  ["#/journeys", "a", "rep"],
  ["#/journeys/b%2Fc/lead", "b/c", "lead"],
  ["#/journeys/gone/gone", "a", "rep"],
  ["#/journeys/%E0/rep", "a", "rep"],
])("D20 %j opens %s for %s", (hash, journey, role) => {
  expect(parseRoute(hash, session)).toEqual({ page: "journeys", journey, role });
});

test("D20 an address is read back as it was written", () => {
  const route = { page: "journeys", journey: "b/c", role: "lead" } as const;
  expect(parseRoute(hrefOf(route), session)).toEqual(route);
  expect(parseRoute(hrefOf({ page: "arrivals" }), session)).toEqual({ page: "arrivals" });
  expect(parseRoute("#/voices", session)).toEqual({ page: "unknown" });
});

test("D24 a project that lacks journeys or roles says which", () => {
  expect(parseRoute("", { ...session, journeys: [] })).toEqual({ page: "empty", lacks: "journeys" });
  expect(parseRoute("", { ...session, roles: [] })).toEqual({ page: "empty", lacks: "roles" });
});

test("D21 only an owner has arrivals in the navigation", () => {
  expect(pagesFor("owner")).toEqual(["journeys", "arrivals"]);
  for (const role of ["csm", "manager", "author"] as const) expect(pagesFor(role)).toEqual(["journeys"]);
});
