import { type JourneyView, viewJourney } from "@waymark/engine";
import { h } from "preact";
import type { Stop } from "../../../ports/platform.ts";
import type { Guest } from "../../../runtime/guest.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { drawInPage } from "../../placed.ts";
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
  return drawInPage(element, guest, runtime, stripCss, ({ width, coarse }) => {
    const journey = viewOf(element, guest, runtime);
    const own = journey !== null && (journey.per === null || journey.subject !== null);
    return own && width > 0 ? h(StripView, { journey, runtime, width, coarse }) : null;
  });
}
