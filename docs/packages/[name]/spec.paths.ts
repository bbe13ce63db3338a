import { pagesOf } from "../../.vitepress/packages.ts";

export default { paths: () => pagesOf("SPEC.md") };
