import type { SessionInfo } from "@waymark/schema";

export type Route =
  | { page: "journeys"; journey: string; role: string }
  | { page: "arrivals" }
  | { page: "empty"; lacks: "journeys" | "roles" }
  | { page: "unknown" };

/** The place of a page in the address. */
export function hrefOf(route: Route): string {
  if (route.page === "arrivals") return "#/arrivals";
  if (route.page !== "journeys") return "#/journeys";
  return `#/journeys/${encodeURIComponent(route.journey)}/${encodeURIComponent(route.role)}`;
}

/** Reads `#/journeys/:journey/:role` or `#/arrivals`. A journey or role that is not there gives the first. */
export function parseRoute(hash: string, session: SessionInfo): Route {
  const [page = "", journey, role] = hash
    .replace(/^#?\/?/, "")
    .split("/")
    .map(decode);
  if (page === "arrivals") return { page: "arrivals" };
  if (page !== "" && page !== "journeys") return { page: "unknown" };
  const first = session.journeys[0];
  const firstRole = session.roles[0];
  if (first === undefined) return { page: "empty", lacks: "journeys" };
  if (firstRole === undefined) return { page: "empty", lacks: "roles" };
  return {
    page: "journeys",
    journey: (session.journeys.find((one) => one.id === journey) ?? first).id,
    role: (session.roles.find((one) => one.id === role) ?? firstRole).id,
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The pages this person can open, in the order of the navigation. */
export function pagesFor(role: SessionInfo["role"]): ("journeys" | "arrivals")[] {
  return role === "owner" ? ["journeys", "arrivals"] : ["journeys"];
}
