import type { Stop } from "../ports/platform.ts";

/**
 * Calls back once a frame while the document changes. One observer for everybody who waits; connected only while
 * somebody does. No polling.
 */
export interface DomWatch {
  add(call: () => void): Stop;
  stop: Stop;
}

/** A page in the background draws no frames: look all the same, a little later. */
const hiddenMs = 250;

export function createDomWatch(): DomWatch {
  const calls = new Set<() => void>();
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = 0;
    timer = undefined;
  };
  const tick = (): void => {
    cancel();
    for (const call of [...calls]) call();
  };
  const observer = new MutationObserver((records) => {
    const theirs = records.some(
      ({ target }) => !(target instanceof Element && target.localName.startsWith("waymark-")),
    );
    if (!theirs || timer !== undefined) return;
    frame = requestAnimationFrame(tick);
    timer = setTimeout(tick, hiddenMs);
  });
  const stop = (): void => {
    observer.disconnect();
    cancel();
  };
  return {
    add: (call) => {
      if (calls.size === 0) {
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }
      calls.add(call);
      return () => {
        if (calls.delete(call) && calls.size === 0) stop();
      };
    },
    stop: () => {
      calls.clear();
      stop();
    },
  };
}
