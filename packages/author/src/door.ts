/**
 * `author.js`: what `waymark.js` fetches where the address says `?waymark=author`, or where this tab was opened so before.
 * A page may also load it itself: `<script type="module" src="https://COLLECTOR/author.js"></script>`.
 */
const { waymark: off } = document.documentElement.dataset;
// The preview in a phone's width holds this page once more: there is no second editor in it.
if (off !== "off" && window.name !== "waymark-author-phone") {
  const tag = document.querySelector<HTMLScriptElement>("script[src*='waymark.js']");
  const { collector, locale, theme, accent } = tag?.dataset ?? {};
  import("./open-author.ts")
    .then(({ openAuthor }) =>
      openAuthor({
        collector: collector ?? new URL(".", import.meta.url).href,
        locale,
        theme: theme === "light" || theme === "dark" ? theme : undefined,
        accent,
      }),
    )
    .catch((error: unknown) => console.warn("[waymark] The editor could not be loaded.", error));
}

export {};
