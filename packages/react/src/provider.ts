import { createWaymark, type User, type Waymark, type WaymarkOptions } from "@waymark/sdk";
import { createContext, createElement, type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";

/** Internal: what the hooks read. */
export const WaymarkContext: React.Context<Waymark | null> = createContext<Waymark | null>(null);

export interface WaymarkProviderProps {
  /** Read once, when the provider is first drawn in a browser. */
  options: Omit<WaymarkOptions, "user">;
  /** Who is signed in. Told again when its id, roles, token or traits change. */
  user?: User | undefined;
  children?: ReactNode;
}

/**
 * Starts a guest in the browser after the first paint, and stops it with the component. On a server it does nothing.
 *
 * @example
 * ```tsx
 * <WaymarkProvider options={{ key, collector }} user={{ id: "u-17", roles: ["sales-rep"] }}><App /></WaymarkProvider>
 * ```
 */
export function WaymarkProvider({ options, user, children }: WaymarkProviderProps): ReactElement {
  const [waymark, setWaymark] = useState<Waymark | null>(null);
  const first = useRef({ options, user });
  const told = JSON.stringify(user);

  useEffect(() => {
    const guest = createWaymark({ ...first.current.options, user: first.current.user });
    const stop = guest.start();
    setWaymark(guest);
    return () => {
      setWaymark(null);
      stop();
    };
  }, []);

  const known = useRef(told);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a user is the same person while they say the same.
  useEffect(() => {
    first.current.user = user;
    if (!waymark || known.current === told) return;
    known.current = told;
    if (user?.id) waymark.identify(user);
    else waymark.reset();
  }, [waymark, told]);

  return createElement(WaymarkContext.Provider, { value: waymark }, children);
}
