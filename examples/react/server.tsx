import { renderToString } from "react-dom/server";
import { Page } from "./app.tsx";

/** What the server sends. `script`: whether a script tag of Waymark stands in it, which may be there before React is. */
export function render(): string {
  return `<!doctype html>${renderToString(<Page user={{ id: "u-1", roles: ["buyer"] }} />)}`;
}
