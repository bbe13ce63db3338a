/** One tab sends at a time. Where locks are missing or refused (a sandboxed frame) everybody sends: ids make it harmless. */
export async function withLock(name: string, act: () => Promise<void>, taken: () => void): Promise<void> {
  let asked = false;
  const inside = async (lock: Lock | null): Promise<void> => {
    asked = true;
    if (lock) await act();
    else taken();
  };
  try {
    await navigator.locks.request(name, { ifAvailable: true }, inside);
  } catch (error) {
    if (asked) throw error;
    await act();
  }
}
