import { type ComponentChild, render } from "preact";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { wear } from "./look.ts";
import { createWardrobe } from "./style/sheet.ts";
import { textNeeds } from "./text-scale.ts";

/** The room that an element of the host's page gives. */
export interface Room {
  /** Px as our surfaces count them. */
  width: number;
  /** Letters are too large for names on the drawn way. */
  coarse: boolean;
}

/** Draws into an element of the host's page, in our look and as wide as it is, until it is stopped. */
export function drawInPage(
  element: HTMLElement,
  guest: Guest,
  runtime: Runtime,
  css: string,
  view: (room: Room) => ComponentChild,
): Stop {
  const scope = createScope();
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const root = document.createElement("div");
  root.className = "wm";
  shadow.append(root);
  const wardrobe = createWardrobe(runtime.nonce);
  const { scale, coarse } = textNeeds(shadow);
  let width = Math.floor(element.clientWidth / scale);
  let waiting = false;
  const dress = (): void => {
    const look = runtime.$look.get();
    root.dir = look.dir;
    root.lang = look.locale;
    const fillings = runtime.$fillings.get().flatMap((filling) => filling.css ?? []);
    wear({ element, shadow, look, wardrobe, more: [css, ...new Set(fillings)], scale });
  };
  const draw = guest.guard("placed", () => render(view({ width, coarse }), root));
  const soon = (): void => {
    if (waiting || scope.stopped) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      if (!scope.stopped) draw();
    });
  };
  const size = new ResizeObserver(([entry]) => {
    const now = Math.floor((entry?.contentRect.width ?? 0) / scale);
    if (now === width) return;
    width = now;
    soon();
  });
  size.observe(element);
  scope.add(() => size.disconnect());
  for (const store of [runtime.$journeys, runtime.$surface, guest.$progress, guest.$scene, runtime.$fillings])
    scope.add(store.listen(soon));
  scope.add(
    runtime.$look.listen(() => {
      dress();
      soon();
    }),
  );
  scope.add(() => {
    render(null, root);
    root.remove();
  });
  dress();
  draw();
  return scope.stop;
}
