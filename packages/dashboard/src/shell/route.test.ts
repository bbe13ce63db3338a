import type { SessionInfo } from "@waymark/schema";
import { expect, test } from "vitest";
import { readFilters } from "./filters.ts";
import { detailsFor, hrefOf, hrefOfPage, pagesFor, parseRoute, rolesFor } from "./route.ts";

const session: SessionInfo = {
  role: "csm",
  project: { id: "p", title: "Halden Roe", timeZone: "UTC" },
  journeys: ["a", "b/c"].map((id) => ({ id, title: id, version: 1, roles: [] })),
  roles: ["rep", "lead"].map((id) => ({ id, title: id, parent: null })),
};

test.each([
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
  expect(parseRoute("#/elsewhere", session)).toEqual({ page: "unknown" });
});

test("D24 a project that lacks journeys or roles says which", () => {
  expect(parseRoute("", { ...session, journeys: [] })).toEqual({ page: "empty", lacks: "journeys" });
  expect(parseRoute("", { ...session, roles: [] })).toEqual({ page: "empty", lacks: "roles" });
});

test("D54 a link keeps what is chosen, on every page", () => {
  const filters = { version: "3", block: "2026-10-05", with: "2026-09-07" };
  const route = { page: "journeys", journey: "b/c", role: "lead" } as const;
  const query = "version=3&block=2026-10-05&with=2026-09-07";
  expect(hrefOf(route, filters)).toBe(`#/journeys/b%2Fc/lead?${query}`);
  expect(parseRoute(hrefOf(route, filters), session)).toEqual(route);
  expect(readFilters(hrefOf(route, filters))).toEqual(filters);
  const voices = hrefOfPage("voices", route, filters);
  expect(voices).toBe(`#/voices?journey=b%2Fc&role=lead&${query}`);
  // And back again, from a page that has no path for them.
  expect(hrefOfPage("journeys", { page: "voices" }, readFilters(voices))).toBe(hrefOf(route, filters));
  expect(hrefOfPage("home", { page: "voices" }, readFilters(voices))).toBe(voices.replace("voices", "home"));
  expect(hrefOfPage("journeys", { page: "voices" }, {})).toBe("#/journeys");
  expect(readFilters("#/voices?role=&x=1")).toEqual({});
});

test("D58 the first page is home; an author's is the journeys", () => {
  expect(parseRoute("", session)).toEqual({ page: "home" });
  expect(parseRoute("#/", session)).toEqual({ page: "home" });
  expect(parseRoute("", { ...session, role: "author" })).toEqual({ page: "journeys", journey: "a", role: "rep" });
});

test("D21 only an owner has arrivals in the navigation", () => {
  expect(pagesFor("owner").at(-1)).toBe("arrivals");
  for (const role of ["csm", "manager"] as const) expect(pagesFor(role)).not.toContain("arrivals");
  expect(pagesFor("author")).toEqual(["journeys"]);
});

test("D66 pages of figures have addresses of their own; lost targets are not a manager's, and none is an author's", () => {
  const all = [
    ...["value", "staying", "uptake", "handoffs", "fields", "briefs", "prompts", "trust", "targets", "experiments"],
  ];
  expect(detailsFor("csm")).toEqual(all);
  expect(detailsFor("manager")).toEqual(all.filter((page) => page !== "targets"));
  expect(detailsFor("author")).toEqual([]);
  expect(parseRoute("#/fields?block=2026-10-05", session)).toEqual({ page: "fields" });
  expect(hrefOf({ page: "fields" }, { block: "2026-10-05" })).toBe("#/fields?block=2026-10-05");
});

test("D20 only leaves of the role tree are offered, and only those the journey is for", () => {
  const roles = [
    { id: "sales", title: "Sales", parent: null },
    { id: "rep", title: "Reps", parent: "sales" },
    { id: "agent", title: "Agents", parent: null },
  ];
  const journeys = [
    { id: "a", title: "A", version: 1, roles: ["agent"] },
    { id: "b", title: "B", version: 1, roles: [] },
  ];
  const ids = (journey: string): string[] => rolesFor({ ...session, roles, journeys }, journey).map(({ id }) => id);
  expect(ids("a")).toEqual(["agent"]);
  expect(ids("b")).toEqual(["rep", "agent"]);
  expect(parseRoute("#/journeys/a/rep", { ...session, roles, journeys })).toMatchObject({ role: "agent" });
});
