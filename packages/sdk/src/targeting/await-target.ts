import type { Stop } from "../ports/platform.ts";

/**
 * Calls back once a frame while the document changes. One observer for everybody who waits; connected only while
 * somebody does. No polling.
 */
export interface DomWatch {
  add(call: () => void): Stop;
  stop: Stop;
}

export function createDomWatch(): DomWatch {
  const calls = new Set<() => void>();
  let frame = 0;
  const tick = (): void => {
    frame = 0;
    for (const call of [...calls]) call();
  };
  const observer = new MutationObserver((records) => {
    const theirs = records.some(
      ({ target }) => !(target instanceof Element && target.localName.startsWith("waymark-")),
    );
    if (theirs && frame === 0) frame = requestAnimationFrame(tick);
  });
  const stop = (): void => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    frame = 0;
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
