export type Theme = "system" | "light" | "dark";

export const themes: readonly Theme[] = ["system", "light", "dark"];

const key = "waymark-dashboard-theme";

/** The part of `localStorage` that is used; it throws where a browser forbids it. */
export interface ThemeStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export function parseTheme(stored: string | null): Theme {
  return themes.find((theme) => theme === stored) ?? "system";
}

export function readTheme(store: ThemeStore): Theme {
  try {
    return parseTheme(store.getItem(key));
  } catch {
    return "system";
  }
}

/** Remembers the choice where the browser allows it. */
export function keepTheme(store: ThemeStore, theme: Theme): boolean {
  try {
    store.setItem(key, theme);
    return true;
  } catch {
    return false;
  }
}

/** The style sheet reads `data-theme`; without it `light-dark()` follows the system. */
export function applyTheme(root: HTMLElement, theme: Theme): void {
  if (theme === "system") root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", theme);
}
