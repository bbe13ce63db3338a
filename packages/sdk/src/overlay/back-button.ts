/** The part of the `CloseWatcher` API that we use; not every browser has it. */
interface Watcher {
  onclose: (() => void) | null;
  destroy(): void;
}

/**
 * Lets a phone's back button close what is open, where the browser offers it (`CloseWatcher`). Elsewhere the button stays
 * the host's: entries of ours in its history would break its routes.
 */
export function createBackButton(close: () => void): { watch(open: boolean): void } {
  let watcher: Watcher | null = null;
  return {
    watch: (open) => {
      watcher?.destroy();
      watcher = null;
      const { CloseWatcher } = window as { CloseWatcher?: new () => Watcher };
      if (!open || !CloseWatcher) return;
      watcher = new CloseWatcher();
      watcher.onclose = close;
    },
  };
}
