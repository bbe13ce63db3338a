import type { Stop } from "../../ports/platform.ts";

/** A list is drawn a moment after the key or the click that opens it. */
const drawnMs = 80;

/** Looks again at what lies above the stands, whenever it may have changed. */
export interface LookAgain {
  /** Once what just happened is drawn. */
  later(): void;
  stop: Stop;
}

/** @param look - `false`: what was opened is still on its way. */
export function createLookAgain(look: () => boolean): LookAgain {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      look();
    });
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => look() || later(), drawnMs);
  };
  const heard = [
    [window, "scroll", soon],
    // What is anchored is where it belongs a frame after its anchor.
    [window, "scrollend", later],
    [document, "focusin", soon],
    [document, "click", later],
    [document, "keyup", later],
    [document, "toggle", later],
  ] as const;
  for (const [target, type, hear] of heard) target.addEventListener(type, hear, true);
  return {
    later,
    stop: () => {
      for (const [target, type, hear] of heard) target.removeEventListener(type, hear, true);
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}
