// A telephone: what a step's main button may begin, and a surface with the calls of today.
import { definePlugin, type Plugin } from "@waymark/sdk/extend";

/** The telephone, as its own programming interface has it. */
export interface Phone {
  /** Rings; `about` is the record on the line, or nobody's. */
  dial(about: string | null): void;
  calls(): readonly string[];
}

const titles: Readonly<Record<string, string>> = { en: "Calls of today", de: "Anrufe von heute" };

export const dialerPlugin = (phone: Phone): Plugin =>
  definePlugin({
    name: "dialer",
    // #region action
    actions: {
      // A journey says "do": { "action": "dial", "label": "Call now" }.
      dial: ({ subject }) => phone.dial(subject),
    },
    // #endregion action
    // #region surface
    surfaces: {
      // waymark.open("call-log"), and a line in the launcher's menu.
      "call-log": {
        title: (locale) => titles[locale.slice(0, 2)] ?? "Calls of today",
        css: "ol { margin: 0; padding-inline-start: 20px } p { margin: 0; color: var(--waymark-soft) }",
        mount: (root, host) => {
          const list = document.createElement("ol");
          for (const call of phone.calls()) {
            const line = document.createElement("li");
            line.textContent = call;
            list.append(line);
          }
          const none = document.createElement("p");
          none.textContent = "No calls yet.";
          const more = document.createElement("button");
          more.type = "button";
          more.className = "btn";
          more.textContent = "Back to my way";
          const go = (): void => host.open("panel");
          more.addEventListener("click", go);
          root.append(list.childElementCount > 0 ? list : none, more);
          return () => {
            more.removeEventListener("click", go);
            root.replaceChildren();
          };
        },
      },
    },
    // #endregion surface
  });
