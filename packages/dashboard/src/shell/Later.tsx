import type { ComponentType, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { unreachable } from "../api/problem.ts";
import { Failure, Loading } from "./states.tsx";

interface LaterProps<Props> {
  /** Fetches the page's own chunk. */
  load(): Promise<ComponentType<Props>>;
  props: Props;
  /** It is a part of a page: nothing stands in its place until it is there, and the page does without it. */
  quiet?: boolean;
}

/** A page that is fetched when it is opened. What cannot be fetched can be tried again. */
export function Later<Props extends object>({ load, props, quiet = false }: LaterProps<Props>): VNode | null {
  const [Page, setPage] = useState<ComponentType<Props> | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let left = false;
    setFailed(false);
    load().then(
      (page) => {
        if (!left) setPage(() => page);
      },
      () => {
        if (!left) setFailed(true);
      },
    );
    return () => {
      left = true;
    };
  }, [load, tries]);
  if (quiet && (failed || Page === null)) return null;
  if (failed) return <Failure problem={unreachable()} onAgain={() => setTries(tries + 1)} />;
  return Page === null ? <Loading /> : <Page {...props} />;
}
