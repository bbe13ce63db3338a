import type { WaymarkOptions } from "../runtime/options.ts";
import type { VisitChunk } from "./chunks.ts";
import { createWaymarkWith, type Waymark } from "./create-waymark.ts";

declare const __VISIT__: string;

type Call = readonly [method: string, ...args: unknown[]];
/** `window.waymark` before the script has arrived, and the guest afterwards: both take `push`. */
type Queue = { push(...calls: Call[]): unknown };
type Loaded = Waymark & Queue & { version: 1 };

/** Data attributes of the script tag: key, user, name, roles, token, locale, theme, accent, consent. */
function optionsOf(script: HTMLScriptElement): WaymarkOptions {
  const { key, user, name, roles, token, locale, theme, accent, consent, collector } = script.dataset;
  return {
    key,
    collector: collector ?? new URL(".", script.src).href,
    user: {
      id: user,
      name,
      roles: roles?.match(/[^\s,]+/g) ?? [],
      token,
    },
    locale,
    theme: { mode: theme as "light" | "dark" | undefined, accent },
    consent: consent as WaymarkOptions["consent"],
    nonce: script.nonce,
  };
}

/** One call of the queue: `["track", "deal.created", { dealId }]`. What is no method is passed over. */
function run(waymark: Waymark, call: Call): void {
  const [method, ...args] = call;
  const target = (waymark as unknown as Record<string, unknown>)[method];
  if (typeof target === "function") Reflect.apply(target, waymark, args);
}

function boot(script: HTMLScriptElement | null): void {
  const slot = window as unknown as { waymark?: (Queue & { version?: 1 }) | Call[] };
  const waiting = slot.waymark;
  // The first loaded instance owns the page; a later copy stays inert.
  if (!script || (waiting && !Array.isArray(waiting))) return;
  if (navigator.webdriver && script.dataset.automation === "off") return;
  const calls: readonly Call[] = Array.isArray(waiting) ? [...waiting] : [];
  const configured = calls.filter(([method]) => method === "configure").map(([, more]) => more as WaymarkOptions);
  const options = Object.assign(optionsOf(script), ...configured);
  // Relative import() of a classic script from another origin fails: chunks load by their absolute address.
  const waymark = createWaymarkWith(
    { visit: () => import(new URL(`sdk/${__VISIT__}`, script.src).href) as Promise<VisitChunk> },
    options,
  );
  const push = (...more: Call[]): void => {
    for (const call of more) run(waymark, call);
  };
  const loaded: Loaded = Object.assign(waymark, { push, version: 1 as const });
  slot.waymark = loaded;
  waymark.start();
  push(...calls.filter(([method]) => method !== "configure"));
}

boot(document.currentScript as HTMLScriptElement | null);
