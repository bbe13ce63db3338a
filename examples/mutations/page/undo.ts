/** Records all changes of the document from now on; `undo` takes them back exactly, the same nodes in the same places. */
export function recordChanges(): { undo(): void } {
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeOldValue: true,
    characterData: true,
    characterDataOldValue: true,
  });
  return {
    undo: () => {
      const records = observer.takeRecords();
      observer.disconnect();
      for (const record of records.reverse()) undoOne(record);
    },
  };
}

function undoOne(record: MutationRecord): void {
  const { target, type, oldValue } = record;
  if (type === "characterData") target.nodeValue = oldValue;
  else if (type === "attributes") {
    const element = target as Element;
    const name = record.attributeName ?? "";
    if (oldValue === null) element.removeAttribute(name);
    else element.setAttribute(name, oldValue);
  } else {
    for (const added of record.addedNodes) if (added.parentNode === target) target.removeChild(added);
    for (const removed of record.removedNodes) target.insertBefore(removed, record.nextSibling);
  }
}
