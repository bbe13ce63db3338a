import type { Scope } from "./scope.ts";

/** Listens until the scope stops. */
export function listen(
  scope: Scope,
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
  options?: AddEventListenerOptions | boolean,
): void {
  target.addEventListener(type, listener, options);
  scope.add(() => target.removeEventListener(type, listener, options));
}
