import { type Page, pagesOf } from "../../.vitepress/packages.ts";

const loader: { paths(): Page[] } = { paths: () => pagesOf("README.md") };

export default loader;
