import { attempt } from "../ports/attempt.ts";
import type { Waymark } from "./create-waymark.ts";

/** One call as the page says it before the guest is there: `["track", "deal.created", { dealId }]`. */
export type Call = readonly [method: string, ...args: unknown[]];

/** The guest that owns a page stands at `window.waymark` and takes calls as the list did that stood there before. */
export interface Owner extends Waymark {
  push(...calls: Call[]): void;
  version: 1;
}

const slot = (): { waymark?: unknown } => window as { waymark?: unknown };

/** What the page said before the guest was there. An element with the id `waymark` is none of it. */
export function waitingCalls(): Call[] {
  const { waymark } = slot();
  return Array.isArray(waymark) ? (waymark.filter(Array.isArray) as unknown as Call[]) : [];
}

/** The guest that came to this page first, of whatever version; the later ones stay inert. */
export function findOwner(): Owner | null {
  const owner = slot().waymark as Owner | undefined;
  return attempt(() => owner?.version) ? (owner as Owner) : null;
}

/** Whether the page wants no guest: `<html data-waymark="off">`, the switch for the host's own tests. */
export function isSwitchedOff({ dataset }: HTMLElement = document.documentElement): boolean {
  return dataset.waymark === "off";
}

/** Puts the guest at `window.waymark` and starts it with what was said before. Calls that are none are passed over. */
export function ownPage(waymark: Waymark, calls: readonly Call[], start: () => unknown): void {
  const push = (...more: Call[]): void => {
    for (const call of more) {
      attempt(() => {
        const [method, ...args] = call;
        (waymark as unknown as Record<string, (...given: unknown[]) => void>)[method]?.(...args);
      });
    }
  };
  slot().waymark = Object.assign(waymark, { push, version: 1 });
  start();
  push(...calls);
}

/** Leaves the page to the next guest. */
export function releasePage(waymark: Waymark): void {
  if (slot().waymark === waymark) delete slot().waymark;
}
