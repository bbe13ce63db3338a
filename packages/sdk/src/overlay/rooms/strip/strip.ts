import { type JourneyView, viewJourney } from "@waymark/engine";
import { h, render } from "preact";
import type { Stop } from "../../../ports/platform.ts";
import { createScope } from "../../../ports/scope.ts";
import type { Guest } from "../../../runtime/guest.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { wear } from "../../look.ts";
import { createWardrobe } from "../../style/sheet.ts";
import { textNeeds } from "../../text-scale.ts";
import { StripView } from "./strip-view.tsx";
import { stripCss } from "./style.ts";

/** The journey a strip is about, for the record it names or the one whose page is open. */
function viewOf(element: HTMLElement, guest: Guest, runtime: Runtime): JourneyView | null {
  const shown = runtime.$journeys.get();
  const wanted = element.getAttribute("journey");
  const subject = element.getAttribute("subject");
  const view = shown.find(({ id, per }) => (wanted ? id === wanted : per !== null));
  if (!view || subject === null || view.subject === subject) return view ?? null;
  const document = guest.$documents.get().find(({ id }) => id === view.id);
  const options = { subject, locale: guest.locale };
  return document
    ? viewJourney(document, guest.$progress.get(), guest.$scene.get(), options, guest.platform.now())
    : null;
}

/** Draws the strip into an element of the host's page, as wide as it is, until it is stopped. */
export function drawStrip(element: HTMLElement, guest: Guest, runtime: Runtime): Stop {
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
    wear({ element, shadow, look, wardrobe, more: [stripCss, ...new Set(fillings)], scale });
  };
  const draw = guest.guard("strip", () => {
    const journey = viewOf(element, guest, runtime);
    const own = journey !== null && (journey.per === null || journey.subject !== null);
    render(own && width > 0 ? h(StripView, { journey, runtime, width, coarse }) : null, root);
  });
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
  for (const store of [runtime.$journeys, guest.$progress, guest.$scene, runtime.$fillings])
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
