import type { SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Mark } from "../parts/Mark.tsx";
import { RadioSwitch } from "../parts/RadioSwitch.tsx";
import { type Language, languages, words } from "../words.ts";
import type { Filters } from "./filters.ts";
import { detailsFor, hrefOfPage, type Page, pagesFor, type Route } from "./route.ts";
import { applyTheme, keepTheme, readTheme, type Theme, type ThemeStore, themes } from "./theme.ts";

export interface BarProps {
  session: SessionInfo;
  route: Route;
  filters: Filters;
  store: ThemeStore;
  language: Language;
  onLanguage(language: Language): void;
  onSignOut(): void;
}

/** Who is here, where they are, and the way out. */
export function Bar({ session, route, filters, store, language, onLanguage, onSignOut }: BarProps): VNode {
  const current = route.page === "empty" || route.page === "paper" ? "journeys" : route.page;
  const at = { current, route, filters };
  const details = detailsFor(session.role);
  const [first] = details;
  const isDetail = details.some((page) => page === current);
  return (
    <header class="bar">
      <Mark />
      <nav aria-label={words.pages}>
        <Links pages={pagesFor(session.role)} at={at} />
        {first !== undefined && (
          <a href={hrefOfPage(first, route, filters)} aria-current={isDetail ? "true" : undefined}>
            {words.details}
          </a>
        )}
      </nav>
      <div class="end">
        <span class="who">
          <span>{session.project.title}</span>
          <span>{words.signedInAs[session.role]}</span>
        </span>
        <LanguageChoice language={language} onLanguage={onLanguage} />
        <ThemeSwitch store={store} />
        <button type="button" class="btn quiet" onClick={onSignOut}>
          {words.signOut}
        </button>
      </div>
      {isDetail && (
        <nav class="details" aria-label={words.details}>
          <Links pages={details} at={at} />
        </nav>
      )}
    </header>
  );
}

interface LinksProps {
  pages: readonly Page[];
  at: Pick<BarProps, "route" | "filters"> & { current: string };
}

function Links({ pages, at: { current, route, filters } }: LinksProps): VNode {
  return (
    <>
      {pages.map((page) => (
        <a key={page} href={hrefOfPage(page, route, filters)} aria-current={page === current ? "page" : undefined}>
          {words.pageNames[page]}
        </a>
      ))}
    </>
  );
}

function LanguageChoice({ language, onLanguage }: Pick<BarProps, "language" | "onLanguage">): VNode {
  return (
    <select
      class="language"
      aria-label={words.language}
      value={language}
      onChange={(event) => onLanguage(event.currentTarget.value as Language)}
    >
      {Object.entries(languages).map(([id, title]) => (
        <option key={id} value={id} lang={id}>
          {title}
        </option>
      ))}
    </select>
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
