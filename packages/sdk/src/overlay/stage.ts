import { type ComponentType, h, render } from "preact";
import { lay } from "../anchoring/lay.ts";
import type { Look } from "../runtime/runtime.ts";
import { readSettings } from "../runtime/settings.ts";
import type { Overlay, Room, SurfaceProps } from "./context.ts";
import { layoutOf } from "./layout.ts";
import { type HostLook, readHost, wear } from "./look.ts";
import type { Piece } from "./pieces.ts";
import { createWardrobe, type Wardrobe } from "./style/sheet.ts";

/** Puts pieces on the page and takes them off again. */
export interface Stage {
  /** The element of a piece that is on the page. */
  find(name: Piece["name"]): HTMLElement | null;
  show(piece: Piece): HTMLElement;
  hide(name: Piece["name"]): void;
  /** Puts pieces above everything else again, the first the lowest. */
  lift(names: readonly Piece["name"][]): void;
  /** Hangs ring and card on the guide's target, or on nothing. */
  aim(target: Element | null): void;
  /** Styles all elements again after the look or the window changed: what hangs on a target is to be hung anew. */
  restyle(): void;
  /** Puts on what came for the slots, or the theme that is new; everything stays where it stands. */
  dress(): void;
  /** Draws what has changed. */
  redraw(): void;
  /** Moves all elements to where they belong: into a dialog of the host, or back. */
  move(home: Element): void;
  stop(): void;
}

interface Actor {
  piece: Piece;
  element: HTMLElement;
  root: HTMLElement;
  shadow: ShadowRoot;
  /** Missing while its room is on the way. */
  view: ComponentType<SurfaceProps> | undefined;
  css: string;
}

/** At most so long after the host took our elements off the page they come back: a host that fights them pays little. */
const mostBackMs = 200;
/** What stayed on the page so long was not fought. */
const stayedMs = 1000;

/** An element of ours that tells when the host took it out of the page, along with what was around it. */
class SurfaceElement extends HTMLElement {
  left?: () => void;
  disconnectedCallback(): void {
    this.left?.();
  }
}

/** Defines an element's name once; a name that another copy of us owns works as it is. */
function define(name: string): void {
  if (customElements.get(name) === undefined) customElements.define(name, class extends SurfaceElement {});
}

/** What hangs on the guide's target, the lowest first: the card belongs above the ring's shadow. */
const hung: readonly Piece["name"][] = ["waymark-spotlight", "waymark-coach"];

/** Keeps an element where it stands: its target's anchor goes before it has faded. */
function pin(element: HTMLElement): void {
  const { top, left, width } = element.getBoundingClientRect();
  const styles = { "position-area": "none", inset: `${top}px auto auto ${left}px`, margin: "0", width: `${width}px` };
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, "important");
}

/** @param arrived A room that had to be fetched is drawn in its element now.
 * @param homeless The host took elements of ours out of the page: they are to be moved to where they belong now. */
export function createStage(
  overlay: Overlay,
  start: Element,
  homeless: () => void,
  arrived: (element: HTMLElement) => void,
): Stage {
  const actors = new Map<Piece["name"], Actor>();
  const leaving = new Set<Actor>();
  const wardrobe: Wardrobe = createWardrobe(overlay.runtime.nonce);
  let home = start;
  let source: Element | null = null;
  let coming: ReturnType<typeof setTimeout> | undefined;
  let backMs = 0;
  let backAt = 0;
  let read: HostLook | null = null;

  /** What is styled in one go reads the page once: each reading after a change has the browser style the page again. */
  const hostLook = (): HostLook => {
    if (!read)
      queueMicrotask(() => {
        read = null;
      });
    read ??= readHost(overlay.runtime.$look.get());
    return read;
  };

  /** A host that renders its page anew takes our elements along: they come back, ever less eagerly. */
  const left = ({ piece, element }: Actor): void => {
    if (coming || element.isConnected || actors.get(piece.name)?.element !== element) return;
    backMs = performance.now() - backAt > stayedMs ? 0 : Math.min(backMs * 2 + 16, mostBackMs);
    coming = setTimeout(() => {
      coming = undefined;
      backAt = performance.now();
      homeless();
    }, backMs);
  };

  const dress = ({ element, root, shadow, css }: Actor): void => {
    const { scale } = overlay.$frame.get();
    const fillings = overlay.runtime.$fillings.get().flatMap((filling) => filling.css ?? []);
    const more = [...(css ? [css] : []), ...new Set(fillings)];
    const look: Look = overlay.runtime.$look.get();
    root.dir = look.dir;
    root.lang = look.locale;
    wear({ element, shadow, look, host: hostLook(), wardrobe, more, scale });
  };

  const style = (actor: Actor): void => {
    const { piece, element, root } = actor;
    const { launcher, brief = false } = readSettings(overlay.runtime.guest);
    lay(element, layoutOf(piece.spot, overlay.$frame.get(), overlay.runtime.$look.get().dir, launcher));
    root.toggleAttribute("data-brief", brief);
    dress(actor);
  };

  const draw = ({ view, root }: Actor): void => {
    if (view) render(h(view, { overlay }), root);
  };

  const fetch = (actor: Actor, load: () => Promise<Room>): void => {
    load().then(
      ({ view, css, words }) => {
        overlay.runtime.say.learn(words);
        Object.assign(actor, { view, css });
        if (actors.get(actor.piece.name) !== actor) return;
        style(actor);
        draw(actor);
        arrived(actor.element);
      },
      // Nothing came: the person is not left behind a surface that cannot be seen.
      () => {
        overlay.runtime.guest.fail("chunk");
        overlay.runtime.close();
      },
    );
  };

  /**
   * Shows an element above everything else, also above what was shown before it. With the target as its source it may be
   * anchored there without a name, through any shadow tree, and the tab order leads from the target into the card.
   */
  const raise = ({ piece, element }: Actor): void => {
    if (!("showPopover" in element) || !element.isConnected) return;
    if (element.matches(":popover-open")) element.hidePopover();
    const anchor = hung.includes(piece.name) && source instanceof HTMLElement ? source : undefined;
    element.showPopover({ source: anchor });
  };

  const lift = (names: readonly Piece["name"][]): void => {
    for (const name of names) {
      const actor = actors.get(name);
      if (actor) raise(actor);
    }
  };

  const drop = (actor: Actor): void => {
    leaving.delete(actor);
    render(null, actor.root);
    actor.element.remove();
  };

  return {
    find: (name) => actors.get(name)?.element ?? null,
    show: (piece) => {
      const known = actors.get(piece.name);
      if (known) return known.element;
      define(piece.name);
      const element = document.createElement(piece.name) as SurfaceElement;
      const shadow = element.shadowRoot ?? element.attachShadow({ mode: "open" });
      const root = document.createElement("div");
      root.className = "wm";
      shadow.append(root);
      element.setAttribute("popover", "manual");
      const actor: Actor = { piece, element, root, shadow, view: piece.view, css: piece.css ?? "" };
      actors.set(piece.name, actor);
      element.left = () => left(actor);
      style(actor);
      home.append(element);
      draw(actor);
      raise(actor);
      if (piece.load) fetch(actor, piece.load);
      return element;
    },
    hide: (name) => {
      const actor = actors.get(name);
      if (!actor) return;
      actors.delete(name);
      if (!fades(actor.element)) {
        drop(actor);
        return;
      }
      actor.element.inert = true;
      leaving.add(actor);
      pin(actor.element);
      // The element's own opacity is important and beats animations; its root's is not.
      const fade = actor.root.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 120, fill: "forwards" });
      fade.onfinish = () => drop(actor);
    },
    lift,
    aim: (target) => {
      if (source === target) return;
      source = target;
      lift(hung);
    },
    restyle: () => actors.forEach(style),
    dress: () => actors.forEach(dress),
    redraw: () => {
      for (const actor of actors.values()) {
        const held = actor.shadow.activeElement;
        draw(actor);
        // What was pressed may be drawn away by it, as a record in the list of records: the focus stays in the surface.
        if (held && !held.isConnected && actor.shadow.activeElement === null)
          actor.root.querySelector<HTMLElement>(".surface")?.focus({ preventScroll: true });
      }
    },
    move: (to) => {
      home = to;
      for (const actor of actors.values()) {
        const { element } = actor;
        if (element.parentNode === to) continue;
        const focused = element.shadowRoot?.activeElement;
        to.append(element);
        raise(actor);
        if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
      }
    },
    stop: () => {
      clearTimeout(coming);
      const all = [...actors.values()];
      actors.clear();
      all.forEach(drop);
      leaving.forEach(drop);
    },
  };
}

/** Surfaces fade out; the spotlight must be gone at once, and so must everything under reduced motion. */
function fades(element: HTMLElement): boolean {
  return element.localName !== "waymark-spotlight" && !matchMedia("(prefers-reduced-motion: reduce)").matches;
}
