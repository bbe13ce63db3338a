import { isElement, meantBy } from "../recorder/host-element.ts";
import { boxOf, elementBelow } from "./below.ts";
import { walkFrom } from "./walk.ts";

/** What a picker is drawn with: a box, and what it says. */
export interface PickView {
  element: Element | null;
  box: { x: number; y: number; width: number; height: number } | null;
}

const pointerTypes = [
  ...["pointerdown", "pointerup", "mousedown", "mouseup", "click", "dblclick", "auxclick", "contextmenu"],
  ...["touchstart", "touchend", "pointerover", "mouseover", "mousemove"],
];
const keyTypes = ["keydown", "keyup", "keypress"];
const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Tab"];

/** What is meant by pointing here: the button around an icon. */
function meantAt(x: number, y: number): Element | null {
  const path: Element[] = [];
  for (let at = elementBelow(x, y); at; at = at.parentElement) path.push(at);
  return meantBy(path);
}

/**
 * Lets somebody choose an element of the host by pointer or keyboard. While it lasts the host hears neither clicks nor
 * keys. `done(null)`: they changed their mind.
 *
 * @param layer - What lies over the page meanwhile: the guest hands presses on what is ours to our own tree alone, and says
 * of a click no more than that it was.
 * @returns what ends it.
 */
export function pick(
  layer: EventTarget,
  show: (view: PickView) => void,
  done: (element: Element | null) => void,
): () => void {
  let last = { x: 0, y: 0 };
  const ending = new AbortController();
  let at: Element | null = null;
  const point = (element: Element | null): void => {
    at = element;
    show({ element, box: element && boxOf(element) });
  };
  const finish = (element: Element | null): void => {
    ending.abort();
    done(element);
  };
  // The key that ended it is still down: the host must not hear it come up.
  const finishByKey = (element: Element | null): void => {
    window.addEventListener("keyup", (event) => event.stopImmediatePropagation(), { capture: true, once: true });
    finish(element);
  };
  const swallow = (event: Event): void => {
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
  };
  const onPointer = (event: Event): void => {
    swallow(event);
    if (!(event instanceof MouseEvent)) return;
    if (event.type !== "click") {
      if (event.type === "pointerdown") last = { x: event.clientX, y: event.clientY };
      return;
    }
    const cancelled = event.composedPath().some((each) => isElement(each) && each.hasAttribute("data-cancel"));
    finish(cancelled ? null : (meantAt(last.x, last.y) ?? at));
  };
  const onMove = (event: PointerEvent): void => {
    event.stopImmediatePropagation();
    last = { x: event.clientX, y: event.clientY };
    point(meantAt(event.clientX, event.clientY));
  };
  const onKey = (event: Event): void => {
    const { key, shiftKey, type } = event as KeyboardEvent;
    swallow(event);
    if (type !== "keydown") return;
    if (key === "Escape") finishByKey(null);
    else if ((key === "Enter" || key === " ") && at) finishByKey(at);
    else if (keys.includes(key)) {
      const next = walkFrom(at, key === "Tab" ? (shiftKey ? "ArrowLeft" : "ArrowRight") : key);
      next?.scrollIntoView({ block: "nearest", inline: "nearest" });
      point(next);
    }
  };
  const options = { capture: true, passive: false, signal: ending.signal };
  for (const type of pointerTypes) window.addEventListener(type, onPointer, options);
  for (const type of ["pointerdown", "click"]) layer.addEventListener(type, onPointer, options);
  for (const type of keyTypes) window.addEventListener(type, onKey, options);
  window.addEventListener("pointermove", onMove, options);
  window.addEventListener("scroll", () => point(at), { ...options, passive: true });
  return () => ending.abort();
}
