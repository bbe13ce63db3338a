// The collector's routes as a page, from its own OpenAPI document; and the commands of `waymark`, from their definitions.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const load = (root, path) => import(pathToFileURL(join(root, "packages", path)).href);

const named = ({ $ref }) => ($ref ? $ref.split("/").at(-1) : null);

function bodyOf(content = {}) {
  return Object.entries(content)
    .map(([type, { schema }]) => (schema && named(schema) ? `\`${named(schema)}\`` : type))
    .join(" or ");
}

function operation(address, method, it) {
  const keys = (it.security ?? []).map((each) => Object.keys(each).join(" with "));
  const query = it.parameters.filter((each) => each.in === "query");
  const answers = Object.entries(it.responses)
    .filter(([status]) => status !== "default")
    .map(([status, { content }]) => `${status}${content ? ` ${bodyOf(content)}` : ""}`);
  return [
    `### ${method.toUpperCase()} ${address.replaceAll(/\{(\w+)\}/g, ":$1")}`,
    "",
    it.summary,
    "",
    `- Opens for: ${keys.length > 0 ? keys.join(", ") : "everybody"}.`,
    ...(it.requestBody
      ? [`- Body: ${bodyOf(it.requestBody.content)}${it.requestBody.required ? "" : ", may be left out"}.`]
      : []),
    ...query.map(({ name, description }) => `- \`?${name}=\` ${(description ?? "").replaceAll("<", "&lt;")}`),
    `- Answers: ${answers.join("; ")}.`,
    "",
  ].join("\n");
}

export async function httpReference(root) {
  const { openApiDocument } = await load(root, "collector/src/openapi/document.ts");
  const { paths, components } = openApiDocument();
  const operations = Object.entries(paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, it]) => operation(address, method, it)),
  );
  const schemes = Object.entries(components.securitySchemes).map(
    ([name, { description }]) => `- **${name}**: ${description}`,
  );
  return [
    "# HTTP API of the collector\n",
    "A running collector serves the same at `/openapi.json`, with all shapes ([OpenAPI 3.1](https://spec.openapis.org/oas/v3.1.0)).",
    "Failures are problem documents with a permanent code: [errors](../errors.md). Written by `pnpm docs:write`.\n",
    "## What opens a route\n",
    `${schemes.join("\n")}\n`,
    "## Routes\n",
    ...operations,
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

async function resolved(value) {
  return typeof value === "function" ? value() : value;
}

async function commandPart(path, given) {
  const command = await resolved(given);
  const meta = await resolved(command.meta);
  const args = Object.entries((await resolved(command.args)) ?? {});
  const below = Object.entries((await resolved(command.subCommands)) ?? {});
  const says = (text) => (text ?? "").replaceAll("<", "&lt;").replaceAll("|", "\\|");
  const rows = args.map(([name, { type, required, description, default: usual, options }]) => {
    const value = options ? options.join(", ") : "";
    const word = type === "positional" ? `\`${name}\`` : `\`--${name}\``;
    const notes = [value, required ? "required" : "", usual === undefined ? "" : `default \`${usual}\``].filter(
      Boolean,
    );
    return `| ${word} | ${says(description)} | ${notes.join("; ")} |`;
  });
  const own =
    rows.length === 0 && below.length > 0 ? [] : [`## waymark ${path.join(" ")}`, "", says(meta?.description), ""];
  const table = rows.length > 0 ? ["| option | says | values |", "| --- | --- | --- |", ...rows, ""] : [];
  const more = await Promise.all(below.map(([name, each]) => commandPart([...path, name], each)));
  return [...own, ...table, ...more].join("\n");
}

export async function cliReference(root) {
  const { subCommands } = await load(root, "cli/src/commands/all.ts");
  const parts = await Promise.all(Object.entries(subCommands).map(([name, each]) => commandPart([name], each)));
  const head =
    "# Commands\n\n`waymark <command> --help` says the same. With examples: [the CLI's README](../../packages/cli/README.md).\nWritten by `pnpm docs:write`.\n";
  return `${[head, ...parts]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}
