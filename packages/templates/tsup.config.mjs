import { library } from "@waymark/config/tsup";

const languages = ["ar", "de", "es", "fr", "ja"];
// Each language is a file of its own: a page in English carries none of them.
const texts = Object.fromEntries(languages.map((tag) => [tag, `src/${tag}.ts`]));

export default library({
  entry: { index: "src/index.ts", roles: "src/roles.ts", ...texts },
  esbuildOptions: (options) => {
    // Escaped, Arabic takes six bytes a letter where two do.
    options.charset = "utf8";
  },
});
