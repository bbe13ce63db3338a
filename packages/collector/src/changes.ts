/** Tells who watches a project that something arrived, without saying what. */
export interface Changes {
  emit(project: string): void;
  /** Returns the stop. */
  watch(project: string, listener: () => void): () => void;
}

/** A room for listeners; each collector has its own. */
export function createChanges(): Changes {
  const listeners = new Map<string, Set<() => void>>();
  return {
    emit(project) {
      for (const listener of listeners.get(project) ?? []) listener();
    },
    watch(project, listener) {
      const own = listeners.get(project) ?? new Set();
      listeners.set(project, own);
      own.add(listener);
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(project);
      };
    },
  };
}
