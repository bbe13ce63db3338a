import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type DefaultTheme, defineConfig, type UserConfig } from "vitepress";
import { readableInBothPlaces } from "./links.ts";

const docs = new URL("..", import.meta.url);

/** Decisions by number, named by their first line. */
const decisions = readdirSync(new URL("decisions/", docs))
  .filter((file) => /^\d{4}-/.test(file))
  .map((file) => {
    const [title = file] = readFileSync(new URL(`decisions/${file}`, docs), "utf8").split("\n");
    return { text: title.replace(/^# /, ""), link: `/decisions/${file}` };
  });

const start = {
  text: "Start",
  items: [
    { text: "What and why", link: "/" },
    { text: "Five minutes", link: "/start/" },
    { text: "Script tag", link: "/start/script-tag" },
    { text: "React", link: "/start/react" },
    { text: "Vue", link: "/start/vue" },
    { text: "Svelte", link: "/start/svelte" },
    { text: "Angular", link: "/start/angular" },
    { text: "Next.js", link: "/start/next" },
    { text: "Playground", link: "/playground" },
  ],
};

const guides = {
  text: "Guides",
  items: [
    { text: "For the product team", link: "/guides/product-team" },
    { text: "For authors", link: "/guides/authors" },
    { text: "For CSMs and managers", link: "/guides/managers" },
    { text: "For the people it is for", link: "/guides/people" },
    { text: "Data protection impact", link: "/guides/impact-assessment" },
    { text: "Theming", link: "/theming" },
    { text: "In your own tests", link: "/testing" },
    { text: "Why did I (not) see this?", link: "/debug" },
    { text: "Running the collector", link: "/runbook" },
    { text: "Stores", link: "/stores" },
    { text: "Segment, Rudder, OTLP", link: "/clients" },
  ],
};

const understand = {
  text: "Understand",
  items: [
    { text: "Concepts", link: "/concepts" },
    { text: "Privacy in detail", link: "/privacy" },
    { text: "What the numbers mean", link: "/metrics" },
    { text: "What the numbers are worth", link: "/truth" },
    { text: "Every surface", link: "/gallery" },
  ],
};

const compare = {
  text: "Compare and move",
  items: [
    { text: "Beside its peers", link: "/compare" },
    { text: "Measured", link: "/bench" },
    { text: "From driver.js", link: "/migrate/driver" },
    { text: "From Shepherd", link: "/migrate/shepherd" },
    { text: "From Intro.js", link: "/migrate/intro" },
    { text: "From React Joyride", link: "/migrate/joyride" },
    { text: "From Usertour", link: "/migrate/usertour" },
  ],
};

const extend = {
  text: "Extend",
  items: [
    { text: "Extension points", link: "/extend/README" },
    ..."conditions targets actions surfaces marks destinations storage headless stores insights commands elements"
      .split(" ")
      .map((name) => ({ text: `${name.charAt(0).toUpperCase()}${name.slice(1)}`, link: `/extend/${name}` })),
    { text: "Frameworks", link: "/frameworks/README" },
  ],
};

const reference = {
  text: "Reference",
  items: [
    { text: "Journey document", link: "/reference/journey" },
    { text: "@waymark/sdk", link: "/reference/sdk" },
    { text: "@waymark/react", link: "/reference/react" },
    { text: "@waymark/engine", link: "/reference/engine" },
    { text: "@waymark/schema", link: "/reference/schema" },
    { text: "@waymark/collector", link: "/reference/collector" },
    { text: "@waymark/templates", link: "/reference/templates" },
    { text: "@waymark/author", link: "/reference/author" },
    { text: "@waymark/cli", link: "/reference/cli" },
    { text: "Commands", link: "/reference/commands" },
    { text: "HTTP API", link: "/reference/http" },
    { text: "Errors", link: "/errors" },
    { text: "Lint", link: "/lint" },
    { text: "Browsers, versions, support", link: "/support" },
  ],
};

const rooms = ["schema", "engine", "sdk", "react", "author", "collector", "dashboard", "cli", "templates", "testing"];
const house = {
  text: "The house",
  items: [
    { text: "Map", link: "/map" },
    ...rooms.map((name) => ({ text: name, link: `/packages/${name}/` })),
    { text: "Decisions", link: "/decisions/", collapsed: true, items: decisions },
  ],
};

const config: UserConfig<DefaultTheme.Config> = defineConfig({
  lang: "en",
  title: "Waymark",
  description: "Small journeys laid over a web app, so that people take up the software they already have.",
  cleanUrls: false,
  ignoreDeadLinks: false,
  lastUpdated: false,
  head: [["link", { rel: "icon", href: "/mark.svg", type: "image/svg+xml" }]],
  markdown: {
    config: readableInBothPlaces,
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  },
  // The same as `markMain` of the theme, for the page as it is served.
  transformHtml: (html) => html.replace(/<div class="VPContent is-home"/, '<div role="main" class="VPContent is-home"'),
  // The playground says what the real packages say.
  vite: {
    resolve: {
      alias: { "@waymark/schema": fileURLToPath(new URL("../../packages/schema/dist/index.js", import.meta.url)) },
    },
  },
  themeConfig: {
    logo: { light: "/mark.svg", dark: "/mark-night.svg", alt: "" },
    search: { provider: "local", options: { translations: { button: { buttonAriaLabel: "Search" } } } },
    outline: [2, 3],
    nav: [
      // Not "Start": as the text of a link it says nothing to who hears links alone.
      { text: "First steps", link: "/start/" },
      { text: "Playground", link: "/playground" },
      { text: "Guides", link: "/guides/product-team" },
      { text: "Reference", link: "/reference/journey" },
      { text: "Compare", link: "/compare" },
    ],
    sidebar: [start, guides, understand, extend, compare, reference, house],
    docFooter: { prev: "Before", next: "Next" },
  },
});

export default config;
