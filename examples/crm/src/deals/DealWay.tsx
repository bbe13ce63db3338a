import { createElement, type ReactElement } from "react";
import { findPerson } from "../session/session.ts";

/** Keeps the strip's place free, so that nothing moves when it comes. The space around it is this box's: the strip takes none. */
const place = { minHeight: 74, marginBottom: 16 };

/** Where this deal stands, for those who sell: a strip of Waymark's, which follows the open record by itself. */
export function DealWay(): ReactElement | null {
  if (findPerson()?.role !== "sales-rep") return null;
  return <div style={place}>{createElement("waymark-map", { journey: "win-a-deal" })}</div>;
}
