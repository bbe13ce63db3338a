import { frameOf } from "../picker/below.ts";
import type { Deed, HostEvent } from "./deed.ts";
import { currentPath, happenedInOurs, isElement, isField, isOurs, meantBy } from "./host-element.ts";
import { hearHost } from "./host-events.ts";
import { seeElement } from "./see-element.ts";

/** What the recorder tells: a deed, or something more about the last one. */
export interface DeedListener {
  add(deed: Deed): void;
  /** The last deed led to another page. */
  moved(to: string): void;
  /** The host told something: it belongs to the last deed. */
  told(event: HostEvent): void;
}

/** How often the address is looked at, ms: not every browser tells of `pushState`. */
const lookMs = 200;

/** The form or dialog that a field stands in, by where it is on the page: the same for all its fields. */
function formKey(element: Element): string | undefined {
  const form = element.closest("form,dialog,[role=dialog],[role=alertdialog]");
  if (!form) return undefined;
  const all = [...form.ownerDocument.querySelectorAll("form,dialog,[role=dialog],[role=alertdialog]")];
  const dialog = form.closest("dialog,[role=dialog],[role=alertdialog]") ?? form;
  return `${dialog.localName} ${dialog.getAttribute("aria-labelledby") ?? ""} ${all.indexOf(dialog)}`;
}

/**
 * Watches somebody work in the host: clicks, fields and pages, each written down before the host can change it. Nothing is
 * held back from the host, and nothing that is typed is read.
 */
export function watchDeeds(listener: DeedListener): () => void {
  const ending = new AbortController();
  let page = currentPath(location);
  let typing: Element | null = null;

  const look = (): void => {
    const now = currentPath(location);
    if (now === page) return;
    page = now;
    typing = null;
    listener.moved(now);
  };
  const add = (kind: Deed["kind"], element: Element): void => {
    look();
    listener.add({ ...seeElement(element), kind, page, form: formKey(element), events: [] });
  };
  const onClick = (event: Event): void => {
    if (happenedInOurs(event)) return;
    const element = meantBy(event.composedPath());
    if (!element) return;
    if (!isField(element)) {
      typing = null;
      add("click", element);
      return;
    }
    // What is chosen by a click tells of it by no event of its own where it is no real field.
    const chosen = element.matches("[role=option],[role=checkbox],[role=radio],[role=switch]") && !("value" in element);
    const owner = chosen && element.matches("[role=option]") ? typing : element;
    if (chosen && owner && owner !== typing) onField(owner);
  };
  const onField = (element: Element): void => {
    if (element === typing) return;
    typing = element;
    add("input", element);
  };
  const onInput = (event: Event): void => {
    if (happenedInOurs(event)) return;
    const element = meantBy(event.composedPath());
    if (element && isField(element)) onField(element);
  };
  const onSubmit = (event: Event): void => {
    const form = event.target;
    if (happenedInOurs(event) || !isElement(form) || !typing || !form.contains(typing)) return;
    const { submitter } = event as SubmitEvent;
    // Enter in a field sends a form without any click.
    if (!(submitter && form.ownerDocument.activeElement === submitter)) {
      typing = null;
      add(submitter ? "click" : "submit", submitter ?? form);
    }
  };
  const options = { capture: true, passive: true, signal: ending.signal };
  const heard = new WeakSet<Document>();
  // On the window, before anything of the host's can take the element away; and on those of frames that let us in.
  const listenIn = (page: Document): void => {
    const { defaultView } = page;
    if (!defaultView || heard.has(page)) return;
    heard.add(page);
    defaultView.addEventListener("click", onClick, options);
    defaultView.addEventListener("input", onInput, options);
    defaultView.addEventListener("change", onInput, options);
    defaultView.addEventListener("submit", onSubmit, options);
  };
  const listen = (page: Document): void => {
    listenIn(page);
    for (const frame of page.querySelectorAll("iframe")) {
      const inner = isOurs(frame) ? null : frameOf(frame);
      if (inner) listen(inner);
    }
  };
  listen(document);
  for (const type of ["popstate", "hashchange"]) window.addEventListener(type, look, options);
  const timer = setInterval(() => {
    look();
    // Frames come and go, and each page in one is a window of its own.
    listen(document);
  }, lookMs);
  const deafen = hearHost((event) => {
    look();
    listener.told(event);
  });
  return () => {
    look();
    ending.abort();
    clearInterval(timer);
    deafen();
  };
}
