import { library } from "@waymark/config/tsup";

const languages = ["ar", "de", "es", "fr", "ja"];
// Each language is a file of its own: a page in English carries none of them.
const texts = Object.fromEntries(languages.map((tag) => [tag, `src/${tag}.ts`]));
// Those for kinds of work speak two of them beside English.
const kinds = { "roles-de": "src/roles-de.ts", "roles-fr": "src/roles-fr.ts" };

export default library({
  entry: { index: "src/index.ts", roles: "src/roles.ts", ...kinds, ...texts },
  esbuildOptions: (options) => {
    // Escaped, Arabic takes six bytes a letter where two do.
    options.charset = "utf8";
  },
});
