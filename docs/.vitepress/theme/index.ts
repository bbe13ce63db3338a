import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { defineAsyncComponent, nextTick } from "vue";
import "./style.css";

/** VitePress gives every page but the first a main landmark. */
function markMain(): void {
  const content = document.querySelector("#VPContent");
  if (content?.classList.contains("is-home")) content.setAttribute("role", "main");
  else content?.removeAttribute("role");
}

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp: ({ app, router }) => {
    if (typeof document !== "undefined") router.onAfterRouteChange = () => nextTick(markMain);
    // It brings the schema along, which no other page needs.
    app.component(
      "Playground",
      defineAsyncComponent(async () => (await import("./playground.ts")).Playground),
    );
  },
};

export default theme;
