import { useEffect } from "preact/hooks";
import type { Problem } from "../api/problem.ts";
import { words } from "../words.ts";

/** What every page does: its title stands in the tab, and a session that has ended leads to the way in. */
export function usePage(title: string, problem: Problem | null, onSignedOut: () => void): void {
  const signedOut = problem?.status === 401;
  useEffect(() => {
    if (signedOut) onSignedOut();
  }, [signedOut, onSignedOut]);
  useEffect(() => {
    document.title = `${title} - ${words.product}`;
  }, [title]);
}
