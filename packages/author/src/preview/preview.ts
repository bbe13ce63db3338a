import type { Journey } from "@waymark/schema";

/** How a preview is looked at. */
export interface PreviewAs {
  /** The role, empty: none. */
  role: string;
  guidance: "light" | "full";
}

/**
 * Sends the page's own guest away while somebody writes: it would lie over the editor, and what an author does is nobody's
 * work. What the host tells it is heard all the same. Returns what brings it back.
 */
export function calmGuest(inner: Window = window): () => void {
  const slot = inner as unknown as Slot;
  const own = slot.waymark;
  if (!isGuest(own)) return () => undefined;
  own.close();
  // A guest that runs already gives what stops it; one of a bundle leaves its place too.
  own.start()();
  slot.waymark ??= own;
  return () => {
    if (slot.waymark === own) own.start();
  };
}

/** The guest as it stands in the page. */
interface Guest {
  start(): () => void;
  close(): void;
  erase(): Promise<void>;
  open(surface: string, of?: { journey: string }): void;
  version?: unknown;
}

interface Slot {
  waymark?: unknown;
}

const isGuest = (value: unknown): value is Guest =>
  typeof value === "object" && value !== null && "version" in value && "start" in value;

/** Sees a person who needs less, or more: the guest itself takes `full` for whoever is new. */
function inGuidance(journey: Journey, guidance: PreviewAs["guidance"]): Journey {
  if (guidance === "full") return journey;
  const steps = journey.steps.map((step) => ({ ...step, guide: { full: step.guide?.light ?? {} } }));
  return { ...journey, steps };
}

/** The tag that the page's guest came with. */
export function guestTag(page: Document = document): HTMLScriptElement | null {
  return page.querySelector<HTMLScriptElement>("script[src*='waymark.js']");
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** An address that a page with Trusted Types takes from us, where it lets others make any. */
function trusted(url: string): string {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy("waymark-author", { createScriptURL: (own) => own });
  return policy?.createScriptURL(url) ?? url;
}
let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

function tagOf(page: Document, script: string): HTMLScriptElement {
  const like = guestTag(page);
  const tag = page.createElement("script");
  tag.src = trusted(script);
  for (const name of ["accent", "theme", "locale"]) {
    const value = like?.dataset[name];
    if (value !== undefined) tag.dataset[name] = value;
  }
  if (like?.nonce) tag.nonce = like.nonce;
  return tag;
}

/**
 * Shows a journey in place as somebody of a role would meet it: a guest of its own, with the very files of the real one.
 * It knows this journey alone, sends nothing, and what is done in it is forgotten at its end. The page's own guest must be
 * calm already. Rejects where the page lets no further script in.
 *
 * @param script - Address of `waymark.js`.
 * @param inner - The window it is shown in. Default: this one.
 * @returns what ends it.
 */
export async function startPreview(
  journey: Journey,
  as: PreviewAs,
  script: string,
  inner: Window = window,
): Promise<() => Promise<void>> {
  const slot = inner as unknown as Slot;
  const own = slot.waymark;
  if (inner !== window) calmGuest(inner);
  const restore = (): void => {
    slot.waymark = own;
  };
  const shown = inGuidance({ ...journey, library: undefined, holdout: undefined, audience: undefined }, as.guidance);
  const roles = as.role ? [as.role] : [];
  const user = { id: "waymark-preview", name: undefined, roles, token: undefined };
  // The page's own guest knows how the app opens a path; this one can tell by the address whether routes stand behind a hash.
  const hash = /^#!?\//.exec(inner.location.hash)?.[0].slice(0, -1);
  const navigate = hash && ((path: string) => inner.location.assign(hash + path));
  const options = {
    ...(navigate && { navigate }),
    key: undefined,
    journeys: [{ ...shown, roles }],
    user,
    consent: "denied",
  };
  // A page that lets nobody make such an address refuses here, before anything was changed.
  const tag = tagOf(inner.document, script);
  slot.waymark = [
    ["configure", options],
    ["begin", journey.id],
    ["open", "panel", { journey: journey.id }],
  ];
  try {
    await new Promise<void>((resolve, reject) => {
      tag.onload = () => resolve();
      tag.onerror = () => reject(new Error("script_refused"));
      inner.document.head.append(tag);
    });
    if (!isGuest(slot.waymark)) throw new Error("script_refused");
  } catch (error) {
    restore();
    throw error;
  } finally {
    tag.remove();
  }
  const guest = slot.waymark;
  return async () => {
    const stop = guest.start();
    await guest.erase().catch(() => undefined);
    stop();
    restore();
  };
}
