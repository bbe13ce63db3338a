import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { defineAsyncComponent } from "vue";
import "./style.css";

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    // It brings the schema along, which no other page needs.
    app.component(
      "Playground",
      defineAsyncComponent(async () => (await import("./playground.ts")).Playground),
    );
  },
};

export default theme;
