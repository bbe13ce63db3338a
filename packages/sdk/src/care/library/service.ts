import { libraryLine } from "../../overlay/words/en/library-line.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { keepBodies } from "./bodies.ts";
import { FinderButton, FinderLine, linesCss } from "./lines.tsx";
import { restCss, restLine } from "./rest.tsx";
import { parseShortcut, shortcutOf, watchShortcut } from "./shortcut.ts";

/** The ways into the library: a line in the menu, a button in the panel, a shortcut. */
export function start(guest: Guest, runtime: Runtime): Stop {
  const scope = createScope();
  const toggle = (): void => {
    if (runtime.$surface.get().name === "library") runtime.close();
    else {
      if (runtime.$guide.get()) runtime.stopGuide();
      runtime.open("library");
    }
  };
  const lost = new Set<string>();
  if (guest.options.collector) scope.add(keepBodies(guest, lost, runtime.redraw));
  scope.add(watchShortcut(() => parseShortcut(shortcutOf(guest)), toggle));
  scope.add(runtime.fill({ slot: "menu-head", view: FinderLine, css: linesCss, words: libraryLine }));
  scope.add(runtime.fill({ slot: "panel-foot", view: FinderButton, words: libraryLine }));
  scope.add(runtime.fill({ slot: "card-head", view: restLine(guest, lost), css: restCss }));
  return scope.stop;
}
