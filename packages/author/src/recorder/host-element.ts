/** Whether this is an element, of this page or of a frame in it: each has an `Element` of its own. */
export function isElement(target: EventTarget | null | undefined): target is Element {
  return target != null && "nodeType" in target && target.nodeType === 1;
}

/** Whether this is something of ours: the guest's and the editor's elements. */
export function isOurs(target: EventTarget | undefined): boolean {
  return isElement(target) && target.localName.startsWith("waymark-");
}

/** Whether an event happened in something of ours. */
export function happenedInOurs(event: Event): boolean {
  return event.composedPath().some(isOurs);
}

const pressed =
  "a[href],button,summary,select,input,textarea,label,[role=button],[role=link],[role=menuitem],[role=menuitemradio],[role=menuitemcheckbox],[role=option],[role=tab],[role=switch],[role=checkbox],[role=radio],[role=treeitem],[contenteditable=''],[contenteditable=true]";

/** What somebody means who presses here: the button around an icon, the field of a label; else what was pressed itself. */
export function meantBy(path: readonly EventTarget[]): Element | null {
  const elements = path.filter(isElement);
  const meant = elements.find((each) => each.matches(pressed)) ?? elements[0];
  if (!meant || meant.matches("html,body")) return null;
  return (meant.matches("label") && (meant as HTMLLabelElement).control) || meant;
}

/** Whether what is done with it is writing or choosing, which counts as input and not as a click. */
export function isField(element: Element): boolean {
  return element.matches(
    "textarea,select,input:not([type=button],[type=submit],[type=reset],[type=image]),[contenteditable=''],[contenteditable=true],[role=textbox],[role=combobox],[role=option],[role=checkbox],[role=radio],[role=switch],[role=slider],[role=spinbutton]",
  );
}

/** The open page as a path: a hash route is its path, a query is cut off. As the guest reads it. */
export function currentPath({ pathname, hash }: { pathname: string; hash: string }): string {
  const path = /^#!?(\/[^?]*)/.exec(hash)?.[1] ?? pathname;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
