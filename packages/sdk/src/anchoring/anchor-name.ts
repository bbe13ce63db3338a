/** Our name for the guide's target. */
export const targetName = "--waymark-target";

/** Whether the browser positions by anchors and areas. */
export function hasAnchors(): boolean {
  return CSS.supports("position-area", "bottom span-right");
}

/** Gives the target our anchor name beside the host's own; returns what restores it. */
export function nameTarget(target: HTMLElement | SVGElement): () => void {
  const { style } = target;
  const before = style.getPropertyValue("anchor-name");
  const priority = style.getPropertyPriority("anchor-name");
  const own = getComputedStyle(target).getPropertyValue("anchor-name");
  const names = own === "" || own === "none" ? targetName : `${own}, ${targetName}`;
  style.setProperty("anchor-name", names, "important");
  return () => {
    if (before === "") style.removeProperty("anchor-name");
    else style.setProperty("anchor-name", before, priority);
    if (target.getAttribute("style") === "") target.removeAttribute("style");
  };
}
