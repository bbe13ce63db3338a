import { attempt } from "../ports/attempt.ts";
import type { WaymarkOptions } from "../runtime/options.ts";
import type { VisitChunk } from "./chunks.ts";
import { createWaymarkWith } from "./create-waymark.ts";
import { type Call, findOwner, isSwitchedOff, ownPage, waitingCalls } from "./own-page.ts";

declare const __VISIT__: string;

/** Data attributes of the script tag: key, user, name, roles, token, locale, theme, accent, consent, shortcut. */
function optionsOf(script: HTMLScriptElement): WaymarkOptions {
  const { key, user, name, roles, token, locale, theme, accent, consent, collector, shortcut } = script.dataset;
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
    shortcut,
    theme: { mode: theme as "light" | "dark" | undefined, accent },
    consent: consent as WaymarkOptions["consent"],
    nonce: script.nonce,
  };
}

/** `["configure", { ... }]` goes over what the tag says; of the person it may name a part. */
function configure(options: WaymarkOptions, [method, more]: Call): WaymarkOptions {
  if (method !== "configure") return options;
  const { user = {} } = Object(more) as WaymarkOptions;
  return { ...options, ...(more as object), user: user === Object(user) ? { ...options.user, ...user } : user };
}

function boot(script: HTMLScriptElement | null): void {
  if (!script || isSwitchedOff(script) || isSwitchedOff() || findOwner()) return;
  if (navigator.webdriver && script.dataset.automation === "off") return;
  // Relative import() of a classic script from another origin fails: chunks load by their absolute address.
  const calls = waitingCalls();
  const waymark = createWaymarkWith(
    { visit: () => import(new URL(`sdk/${__VISIT__}`, script.src).href) as Promise<VisitChunk> },
    calls.reduce(configure, optionsOf(script)),
  );
  ownPage(waymark, calls, waymark.start);
  // Who writes journeys says so in the address; the editor keeps it in the tab.
  attempt(
    () =>
      (location.search.includes("waymark=author") || sessionStorage["waymark=author"]) &&
      import(new URL("author.js", script.src).href),
  );
}

boot(document.currentScript as HTMLScriptElement | null);
