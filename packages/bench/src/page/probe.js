// Runs in every page of the bench before anything else: sees what a person would see of a subject.
(() => {
  const parentOf = (node) => node.assignedSlot ?? node.parentNode ?? node.host ?? null;
  /** Opacity as painted: an element's own times that of everything round it. */
  const opacityOf = (element) => {
    let all = 1;
    for (let at = element; at; at = parentOf(at)) {
      if (at instanceof Element) all *= Number(getComputedStyle(at).opacity);
      else if (!(at instanceof ShadowRoot)) break;
      else {
        at = at.host;
        all *= Number(getComputedStyle(at).opacity);
      }
    }
    return all;
  };
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return "";
    if (["STYLE", "SCRIPT"].includes(node.nodeName)) return "";
    const kids = node.localName === "slot" ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
    return [...kids].map(textOf).join(" ");
  };
  const boxOf = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const isSeen = (element) => {
    if (!element?.isConnected) return false;
    const { width, height } = boxOf(element);
    if (width < 1 || height < 1 || !element.checkVisibility({ visibilityProperty: true })) return false;
    return opacityOf(element) >= 0.9;
  };
  /** Whether the card is there to be read, with this text. */
  const isShown = (text) => {
    const card = window.bench?.card();
    return Boolean(card && isSeen(card) && textOf(card).includes(text));
  };
  /** Resolves with the time at which the frame that satisfies `holds` has been painted, or -1 when it never is. */
  const painted = (holds, patienceMs) =>
    new Promise((resolve) => {
      const start = performance.now();
      const look = () => {
        if (performance.now() - start > patienceMs) return resolve(-1);
        if (!holds()) return requestAnimationFrame(look);
        // What holds at the start of this frame is painted at its end.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  /** Calls, and resolves with the ms until the card with this text is painted; -1 when it never is. */
  const timeTo = async (call, text, patienceMs = 5000) => {
    const start = performance.now();
    await call();
    const end = await painted(() => isShown(text), patienceMs);
    return end < 0 ? -1 : end - start;
  };
  const gone = (patienceMs = 3000) => painted(() => !isSeen(window.bench.card()), patienceMs);
  const ringOf = (element) => (element?.checkVisibility() ? boxOf(element) : null);
  /** The hole in a path that dims the page: the smallest of its outlines, in px of the viewport. */
  const holeOf = (path) => {
    if (!path?.checkVisibility()) return null;
    const outlines = path.getAttribute("d").match(/M[^M]+/gi) ?? [];
    if (outlines.length < 2) return null;
    const trial = path.cloneNode();
    trial.style.visibility = "hidden";
    path.parentNode.append(trial);
    const boxes = outlines.map((outline) => {
      trial.setAttribute("d", outline);
      return boxOf(trial);
    });
    trial.remove();
    return boxes.reduce((least, box) => (box.width * box.height < least.width * least.height ? box : least));
  };
  window.probe = { boxOf, gone, holeOf, isSeen, isShown, painted, ringOf, textOf, timeTo };
})();
