/** Speaks through one polite live region. */
export interface Announcer {
  announce(text: string): void;
  stop(): void;
}

/** A moment between emptying and filling, so that the same words twice are spoken twice. */
const pauseMs = 60;

export function createAnnouncer(find: () => Element | null): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    announce: (text) => {
      const region = find();
      if (!region) return;
      clearTimeout(timer);
      region.textContent = "";
      timer = setTimeout(() => {
        region.textContent = text;
      }, pauseMs);
    },
    stop: () => clearTimeout(timer),
  };
}
