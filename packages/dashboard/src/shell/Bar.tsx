import type { SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Mark } from "../parts/Mark.tsx";
import { RadioSwitch } from "../parts/RadioSwitch.tsx";
import { words } from "../words.ts";
import { hrefOf, pagesFor, type Route } from "./route.ts";
import { applyTheme, keepTheme, readTheme, type Theme, type ThemeStore, themes } from "./theme.ts";

export interface BarProps {
  session: SessionInfo;
  route: Route;
  store: ThemeStore;
  onSignOut(): void;
}

/** Who is here, where they are, and the way out. */
export function Bar({ session, route, store, onSignOut }: BarProps): VNode {
  const current = route.page === "empty" ? "journeys" : route.page;
  return (
    <header class="bar">
      <Mark />
      <nav aria-label={words.pages}>
        {pagesFor(session.role).map((page) => (
          <a
            key={page}
            href={page === "journeys" ? "#/journeys" : page === "gap" ? "#/gap" : hrefOf({ page })}
            aria-current={page === current ? "page" : undefined}
          >
            {words.pageNames[page]}
          </a>
        ))}
      </nav>
      <div class="end">
        <span class="who">
          <span>{session.project.title}</span>
          <span>{words.signedInAs[session.role]}</span>
        </span>
        <ThemeSwitch store={store} />
        <button type="button" class="btn quiet" onClick={onSignOut}>
          {words.signOut}
        </button>
      </div>
    </header>
  );
}

function ThemeSwitch({ store }: { store: ThemeStore }): VNode {
  const [theme, setTheme] = useState<Theme>(() => readTheme(store));
  const options = themes.map((id) => ({ id, title: words.themes[id] }));
  const pick = (id: Theme): void => {
    setTheme(id);
    applyTheme(document.documentElement, id);
    keepTheme(store, id);
  };
  return <RadioSwitch small name="theme" label={words.theme} options={options} value={theme} onPick={pick} />;
}
