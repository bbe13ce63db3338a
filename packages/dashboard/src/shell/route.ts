import type { SessionInfo } from "@waymark/schema";
import { type Filters, readFilters, writeFilters } from "./filters.ts";

/** The pages of figures, in the order of the navigation. */
export const figurePages = [
  "value",
  "staying",
  "uptake",
  "handoffs",
  "fields",
  "briefs",
  "prompts",
  "trust",
  "targets",
] as const;
export type FigurePage = (typeof figurePages)[number];

const isFigurePage = (page: string): page is FigurePage => figurePages.some((each) => each === page);

/** A route to one of the pages of figures. */
export const isFigures = (route: Route): route is { page: FigurePage } => isFigurePage(route.page);

export type Route =
  | { page: "home" }
  | { page: "paper"; journey: string; role: string }
  | { page: "journeys"; journey: string; role: string }
  | { page: "gap"; open: string | null }
  | { page: FigurePage }
  | { page: "experiments" }
  | { page: "voices" }
  | { page: "arrivals" }
  | { page: "empty"; lacks: "journeys" | "roles" }
  | { page: "unknown" };

/** The roles a journey's picture can be asked for: leaves of the tree that the journey is for. */
export function rolesFor(session: SessionInfo, journey: string): SessionInfo["roles"] {
  const parents = new Set(session.roles.map(({ parent }) => parent));
  const leaves = session.roles.filter(({ id }) => !parents.has(id));
  const wanted = session.journeys.find(({ id }) => id === journey)?.roles ?? [];
  const fitting = leaves.filter(({ id }) => wanted.includes(id));
  return fitting.length > 0 ? fitting : leaves;
}

/** The place of a page in the address, with what is chosen on it. */
export function hrefOf(route: Route, filters: Filters = {}): string {
  if (route.page === "gap" && route.open !== null) return `#/gap/${route.open}${writeFilters(filters)}`;
  if (route.page !== "journeys" && route.page !== "paper") {
    const page = route.page === "empty" || route.page === "unknown" ? "journeys" : route.page;
    return `#/${page}${writeFilters(filters)}`;
  }
  // Journey and role have their place in the path.
  const { journey: _, role: __, ...rest } = filters;
  return `#/${route.page}/${encodeURIComponent(route.journey)}/${encodeURIComponent(route.role)}${writeFilters(rest)}`;
}

/** Where a page of the navigation leads: what is chosen now stays chosen. */
export function hrefOfPage(page: Page, route: Route, filters: Filters): string {
  const { journey, role } = "journey" in route ? route : filters;
  if (page === "journeys" && journey !== undefined && role !== undefined)
    return hrefOf({ page, journey, role }, filters);
  const kept = { ...filters, ...(journey === undefined ? {} : { journey }), ...(role === undefined ? {} : { role }) };
  return `#/${page}${writeFilters(kept)}`;
}

/** The pages of the navigation. */
export type Page = "home" | "journeys" | "gap" | "experiments" | "voices" | FigurePage | "arrivals";

/**
 * Reads `#/home`, `#/journeys/:journey/:role`, `#/paper/:journey/:role`, `#/gap/:journey/:role/:step`, `#/experiments`, `#/voices`,
 * `#/arrivals` or a page of figures, with or without filters behind. A journey or role that is not there gives the first.
 */
export function parseRoute(hash: string, session: SessionInfo): Route {
  const filters = readFilters(hash);
  const [page = "", journey = filters.journey, role = filters.role] = hash
    .replace(/\?.*$/, "")
    .replace(/^#?\/?/, "")
    .split("/")
    .map(decode);
  if (page === "gap") return { page, open: hash.replace(/\?.*$/, "").replace(/^#?\/?gap\/?/, "") || null };
  if (page === "arrivals" || page === "voices" || page === "experiments" || isFigurePage(page)) return { page };
  if (!["", "home", "journeys", "paper"].includes(page)) return { page: "unknown" };
  const first = session.journeys.find((one) => one.id === journey) ?? session.journeys[0];
  if (first === undefined) return { page: "empty", lacks: "journeys" };
  const roles = rolesFor(session, first.id);
  const chosen = roles.find((one) => one.id === role) ?? roles[0];
  if (chosen === undefined) return { page: "empty", lacks: "roles" };
  if (page === "home" || (page === "" && session.role !== "author")) return { page: "home" };
  return { page: page === "paper" ? "paper" : "journeys", journey: first.id, role: chosen.id };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The pages this person can open, in the order of the navigation. */
export function pagesFor(role: SessionInfo["role"]): Page[] {
  if (role === "author") return ["journeys"];
  const own: Page[] = ["home", "journeys", "gap", "voices"];
  return role === "owner" ? [...own, "arrivals"] : own;
}

/** The pages that stand together behind one entry of the navigation: each looks at one thing more closely. */
export function detailsFor(role: SessionInfo["role"]): Page[] {
  if (role === "author") return [];
  // Lost targets are live: for those who mend pages and run the project.
  return [...figurePages.filter((page) => page !== "targets" || role !== "manager"), "experiments"];
}
