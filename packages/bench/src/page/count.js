// Runs before everything else in pages where searches and observers are counted.
(() => {
  const counts = { queries: 0, evaluations: 0, callbacks: 0 };
  let searching = false;
  const search = () => {
    counts.queries += 1;
    if (searching) return;
    // Searches of one stretch of script are one evaluation: the next microtask ends it.
    searching = true;
    counts.evaluations += 1;
    queueMicrotask(() => {
      searching = false;
    });
  };
  const names = [
    "querySelector",
    "querySelectorAll",
    "getElementById",
    "getElementsByTagName",
    "getElementsByClassName",
    "evaluate",
    "createTreeWalker",
    "createNodeIterator",
  ];
  for (const { prototype } of [Document, Element, DocumentFragment]) {
    for (const name of names) {
      if (!Object.hasOwn(prototype, name)) continue;
      const original = prototype[name];
      prototype[name] = function counted(...args) {
        search();
        return original.apply(this, args);
      };
    }
  }
  const Original = window.MutationObserver;
  window.MutationObserver = class MutationObserver extends Original {
    constructor(callback) {
      super((records, observer) => {
        counts.callbacks += 1;
        callback.call(observer, records, observer);
      });
    }
  };
  window.counts = counts;
})();
