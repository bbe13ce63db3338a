import type { Stop } from "../ports/platform.ts";
import type { Changed, DomWatch } from "../targeting/await-target.ts";
import { plainText } from "../targeting/text.ts";

/** Watches whether the page says something anywhere: read whole once, then only where it has changed. */
export function watchText(watch: DomWatch, wanted: string, heard: () => void): { holds(): boolean; stop: Stop } {
  const says = (node: Node | null): node is Node => plainText(node?.textContent ?? "").includes(wanted);
  /** The smallest element that says it, so that asking it again costs little. */
  const find = (): Node | null => {
    let at: Element | null = says(document.body) ? document.body : null;
    for (let next = at; next; next = Array.from(next.children).find(says) ?? null) at = next;
    return at;
  };
  let speaker = find();
  const look = (changed: Changed): void => {
    const before = speaker;
    if (speaker && !(speaker.isConnected && says(speaker))) speaker = find();
    if (!speaker) speaker = newSpeaker(changed, says);
    if ((before === null) !== (speaker === null)) heard();
  };
  const stop = watch.add(look);
  return { holds: () => speaker !== null, stop };
}

/** A changed text may be one word of what is wanted: what it stands in is asked. */
function newSpeaker(changed: Changed, says: (node: Node | null) => boolean): Node | null {
  for (const [node, isNew] of changed) {
    const holder = node.nodeType === Node.TEXT_NODE ? node.parentNode : isNew ? node : null;
    if (holder?.isConnected && says(holder)) return holder;
  }
  return null;
}
