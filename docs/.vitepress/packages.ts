import { existsSync, readdirSync, readFileSync } from "node:fs";

export interface Page {
  params: { name: string };
  content: string;
}

const packages = new URL("../../packages/", import.meta.url);

/** A page for each package that has such a file. */
export function pagesOf(file: "README.md" | "SPEC.md"): Page[] {
  return readdirSync(packages)
    .map((name) => ({ name, path: new URL(`${name}/${file}`, packages) }))
    .filter(({ path }) => existsSync(path))
    .map(({ name, path }) => ({ params: { name }, content: readFileSync(path, "utf8") }));
}
