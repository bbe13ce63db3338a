import { type Page, pagesOf } from "../../.vitepress/packages.ts";

const loader: { paths(): Page[] } = { paths: () => pagesOf("SPEC.md") };

export default loader;
