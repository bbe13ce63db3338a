import type { Journey } from "@waymark/schema";

/** How a preview is looked at. */
export interface PreviewAs {
  /** The role, empty: none. */
  role: string;
  guidance: "light" | "full";
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

function tagOf(page: Document, script: string): HTMLScriptElement {
  const like = guestTag(page);
  const tag = page.createElement("script");
  tag.src = script;
  for (const name of ["accent", "theme", "locale"]) {
    const value = like?.dataset[name];
    if (value !== undefined) tag.dataset[name] = value;
  }
  if (like?.nonce) tag.nonce = like.nonce;
  return tag;
}

/**
 * Shows a journey in place as somebody of a role would meet it: a guest of its own, with the very files of the real one.
 * It knows this journey alone, sends nothing, and what is done in it is forgotten at its end; the page's own guest
 * waits meanwhile. Rejects where the page lets no further script in.
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
  // A guest that runs already gives what stops it.
  if (isGuest(own)) {
    own.close();
    own.start()();
  }
  const restore = (): void => {
    slot.waymark = own;
    if (isGuest(own)) own.start();
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
  slot.waymark = [
    ["configure", options],
    ["begin", journey.id],
    ["open", "panel", { journey: journey.id }],
  ];
  const tag = tagOf(inner.document, script);
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
