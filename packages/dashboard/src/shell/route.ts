import type { SessionInfo } from "@waymark/schema";

export type Route =
  | { page: "journeys"; journey: string; role: string }
  | { page: "gap"; open: string | null }
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

/** The place of a page in the address. */
export function hrefOf(route: Route): string {
  if (route.page === "gap") return route.open === null ? "#/gap" : `#/gap/${route.open}`;
  if (route.page === "arrivals" || route.page === "voices") return `#/${route.page}`;
  if (route.page !== "journeys") return "#/journeys";
  return `#/journeys/${encodeURIComponent(route.journey)}/${encodeURIComponent(route.role)}`;
}

/** Reads `#/journeys/:journey/:role`, `#/gap/:journey/:role/:step`, `#/voices` or `#/arrivals`. A journey or role that is not there gives the first. */
export function parseRoute(hash: string, session: SessionInfo): Route {
  const [page = "", journey, role] = hash
    .replace(/^#?\/?/, "")
    .split("/")
    .map(decode);
  if (page === "gap") return { page, open: hash.replace(/^#?\/?gap\/?/, "") || null };
  if (page === "arrivals" || page === "voices") return { page };
  if (page !== "" && page !== "journeys") return { page: "unknown" };
  const first = session.journeys.find((one) => one.id === journey) ?? session.journeys[0];
  if (first === undefined) return { page: "empty", lacks: "journeys" };
  const roles = rolesFor(session, first.id);
  const chosen = roles.find((one) => one.id === role) ?? roles[0];
  if (chosen === undefined) return { page: "empty", lacks: "roles" };
  return { page: "journeys", journey: first.id, role: chosen.id };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The pages this person can open, in the order of the navigation. */
export function pagesFor(role: SessionInfo["role"]): ("journeys" | "gap" | "voices" | "arrivals")[] {
  if (role === "author") return ["journeys"];
  return role === "owner" ? ["journeys", "gap", "voices", "arrivals"] : ["journeys", "gap", "voices"];
}
