import type { Stop } from "../../ports/platform.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";

/** Draws one strip, and returns what ends it. */
type Draw = (element: HTMLElement) => Stop;

/** Where the host wants a strip without an element of ours in its markup. */
const places = "[data-waymark-map]:not(:has(> waymark-map))";

let draw: Draw | null = null;
const strips = new Set<StripElement>();

/** `<waymark-map journey="win-a-deal" subject="deal:17">`: the way of one record, in the host's own page. */
class StripElement extends HTMLElement {
  static readonly observedAttributes = ["journey", "subject"];
  private stop: Stop | undefined;

  connectedCallback(): void {
    strips.add(this);
    this.begin();
  }

  disconnectedCallback(): void {
    strips.delete(this);
    this.end();
  }

  attributeChangedCallback(): void {
    if (!this.stop) return;
    this.end();
    this.begin();
  }

  begin(): void {
    this.stop ??= draw?.(this);
  }

  end(): void {
    this.stop?.();
    this.stop = undefined;
  }
}

/** Serves the strips in the host's page, now and whenever it puts one there; the drawing is fetched with the first. */
export function serveStrips(guest: Guest, runtime: Runtime): Stop {
  let stopped = false;
  const made: HTMLElement[] = [];
  draw = (element) => {
    let end: Stop | undefined;
    let over = false;
    import("../../overlay/rooms/strip/strip.ts").then(
      ({ drawStrip }) => {
        if (!over && !stopped) end = drawStrip(element, guest, runtime);
      },
      () => guest.fail("chunk"),
    );
    return () => {
      over = true;
      end?.();
    };
  };
  if (customElements.get("waymark-map") === undefined) customElements.define("waymark-map", StripElement);
  for (const strip of strips) strip.begin();
  const fill = (): void => {
    for (const place of document.querySelectorAll<HTMLElement>(places)) {
      const strip = document.createElement("waymark-map");
      strip.setAttribute("journey", place.dataset.waymarkMap ?? "");
      place.append(strip);
      made.push(strip);
    }
  };
  fill();
  // A page that has just been opened draws itself first.
  const stopFilling = guest.$scene.listen(() => void guest.platform.whenIdle(() => !stopped && fill()));
  return () => {
    stopped = true;
    stopFilling();
    draw = null;
    for (const strip of strips) strip.end();
    for (const strip of made) strip.remove();
  };
}
