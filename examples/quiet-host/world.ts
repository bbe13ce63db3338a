/**
 * Runs in the page: everything of the language and the browser that a script could change for others, property by
 * property, functions by their source. Self-contained: it is sent to the page as text.
 */
export function world(): Record<string, string> {
  const of = (value: object): string =>
    Reflect.ownKeys(value)
      .map((key) => {
        const found = Object.getOwnPropertyDescriptor(value, key);
        const { get, set, value: held, ...flags } = found ?? {};
        const source = [get, set, held].map((each) =>
          typeof each === "function" ? Function.prototype.toString.call(each) : typeof each,
        );
        return `${String(key)} ${JSON.stringify(flags)} ${source.join(" ")}`;
      })
      .sort()
      .join("\n");
  const seen: Record<string, string> = {};
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
    if (typeof value !== "function" || !/^[A-Z]/.test(name)) continue;
    seen[name] = of(value);
    if (value.prototype) seen[`${name}.prototype`] = of(value.prototype as object);
  }
  const instances = {
    JSON,
    Math,
    Reflect,
    Intl,
    console,
    history,
    navigator,
    document,
    performance,
    location,
    localStorage,
    customElements,
  };
  for (const [name, value] of Object.entries(instances)) seen[name] = of(value);
  seen.globals = Object.getOwnPropertyNames(globalThis).sort().join("\n");
  seen.symbols = Object.getOwnPropertySymbols(globalThis).map(String).sort().join("\n");
  seen.sheets = `${document.styleSheets.length} ${document.adoptedStyleSheets.length}`;
  seen.head = document.head.outerHTML;
  seen.root = document.documentElement.getAttributeNames().join();
  seen.place = `${location.href} ${history.length} ${document.title} ${document.cookie} ${scrollX} ${scrollY}`;
  seen.marks = `${performance.getEntriesByType("mark").length} ${performance.getEntriesByType("measure").length}`;
  return seen;
}

/** Runs in the page: every computed property of every element of the host's. */
export function looks(): string[] {
  const all = [document.documentElement, ...document.querySelectorAll("head, head *, body, body *")];
  return all.flatMap((element) =>
    [null, "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      const values = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
      return `${element.localName}#${element.id}${pseudo ?? ""} ${values.join("; ")}`;
    }),
  );
}
