// What a journey file may say: the types with their docstrings, each property with the limits of the JSON Schema.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const files = ["journey.ts", "condition.ts", "target.ts", "duration.ts"];
/** In the order in which an author meets them. */
const wanted = [
  "Journey",
  "Brief",
  "Per",
  "RecordListing",
  "Step",
  "Do",
  "Guidance",
  "Condition",
  "Comparison",
  "Where",
  "TargetWays",
  "Target",
  "Audience",
  "Duration",
  "JourneyTexts",
  "StepTexts",
];
/** Said by the collector, never written in a file. */
const collectors = ["version", "takesOver", "index", "body"];

const docOf = (node) => {
  const [doc] = (node.jsDoc ?? []).slice(-1);
  if (!doc) return { text: "", examples: [] };
  const words = (comment) => (typeof comment === "string" ? comment : ts.getTextOfJSDocComment(comment)) ?? "";
  const examples = (doc.tags ?? [])
    .filter(({ tagName }) => tagName.text === "example")
    .map(({ comment }) => words(comment));
  return { text: words(doc.comment), examples };
};

/** Limits of the properties of an object, by name, out of a schema that speaks in references. */
function limitsOf(schema, definitions) {
  const follow = (part) => (part?.$ref ? follow(definitions[part.$ref.split("/").at(-1)]) : part) ?? {};
  const say = (part) => {
    const it = follow(part);
    const inner = it.items ? say(it.items) : "";
    return [
      it.maxLength ? `${it.maxLength} characters` : "",
      it.minItems ? `from ${it.minItems}` : "",
      it.maxItems ? `at most ${it.maxItems}` : "",
      it.maximum !== undefined ? `up to ${it.maximum}` : "",
      inner ? `each ${inner}` : "",
    ]
      .filter(Boolean)
      .join(", ");
  };
  const of = (part, path) =>
    path.length === 0 ? follow(part) : of(follow(part).properties?.[path[0]] ?? follow(part).items, path.slice(1));
  return (path) => {
    const properties = follow(of(schema, path)).items
      ? follow(follow(of(schema, path)).items).properties
      : follow(of(schema, path)).properties;
    return Object.fromEntries(Object.entries(properties ?? {}).map(([name, part]) => [name, say(part)]));
  };
}

const placeOf = { Journey: [], Brief: ["brief"], Step: ["steps"], Do: ["steps", "do"] };

export function journeyReference(root) {
  const folder = join(root, "packages/schema");
  const schema = JSON.parse(readFileSync(join(folder, "journey.schema.json"), "utf8"));
  const limits = limitsOf(schema, schema.$defs);
  const found = new Map();
  for (const file of files) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(folder, "src", file), "utf8"),
      ts.ScriptTarget.ES2022,
      true,
    );
    for (const node of source.statements)
      if ((ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && wanted.includes(node.name.text))
        found.set(node.name.text, node);
  }
  const cell = (text) => text.replaceAll("\n", " ").replaceAll("|", "\\|").replaceAll("<", "&lt;");
  const parts = wanted
    .filter((name) => found.has(name))
    .map((name) => {
      const node = found.get(name);
      const { text, examples } = docOf(node);
      const lines = [`## ${name}`, "", ...(text ? [text.replaceAll("<", "&lt;"), ""] : [])];
      if (ts.isInterfaceDeclaration(node)) {
        const bounds = name in placeOf ? limits(placeOf[name]) : {};
        lines.push("| name | type | says |", "| --- | --- | --- |");
        for (const member of node.members) {
          const property = member.name.getText();
          if (name === "Journey" && collectors.includes(property)) continue;
          const type = member.type
            .getText()
            .replace(/ \| undefined/g, "")
            .replace(/\s+/g, " ");
          const notes = [
            docOf(member).text,
            member.questionToken ? "" : "**Required.**",
            bounds[property] ? `Limit: ${bounds[property]}.` : "",
          ];
          lines.push(
            `| \`${property.replaceAll('"', "")}\` | \`${type.replaceAll("|", "\\|")}\` | ${cell(notes.filter(Boolean).join(" "))} |`,
          );
        }
        lines.push("");
      } else lines.push("```typescript", node.getText().replace(/^export /, ""), "```", "");
      for (const example of examples) lines.push(example, "");
      return lines.join("\n");
    });
  const head = [
    "# Journey document",
    "",
    'A file that ends in `.journey.json` and says `"format": "waymark.journey/1"`. Editors check it by',
    '`"$schema": "./node_modules/@waymark/schema/journey.schema.json"`, `waymark lint` says more. An example with every common part stands in',
    "[the guide for authors](../guides/authors.md). Written from the schema by `pnpm docs:write`.",
    "",
  ];
  return `${[...head, ...parts]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}
