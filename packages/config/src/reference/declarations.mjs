// The public face of a package as a page: every entry of its `exports`, every name with its docstring and its declaration.
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";

const read = (root, name) => JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));

/** Packages that others install, by folder, in alphabetical order. */
export function publicPackages(root) {
  const names = globSync("packages/*/package.json", { cwd: root }).map((path) => basename(dirname(path)));
  return names.filter((name) => !read(root, name).private && entriesOf(read(root, name)).length > 0).sort();
}

/** The entries of a package that have types: `[".", "dist/index.d.ts"]`. */
function entriesOf({ exports = {} }) {
  return Object.entries(exports).flatMap(([entry, target]) => {
    const types = target?.import?.types ?? target?.types;
    return types ? [[entry, types]] : [];
  });
}

const printer = ts.createPrinter({ removeComments: false });

/** A declaration as it is written, without `export` and `declare`, docstring apart. */
function sourceOf(node) {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const text = statement.getText().replace(/^(?:export |declare |default )+/, "");
  return text.replaceAll("\r", "");
}

/** A docstring as Markdown: the text, then its examples. */
function docOf(symbol, checker) {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const tags = symbol.getJsDocTags(checker).map(({ name, text: parts }) => {
    const said = ts.displayPartsToString(parts);
    return name === "example" ? said : `_${name}_ ${said}`;
  });
  return [text, ...tags]
    .map((part) => plain(part).trim())
    .filter(Boolean)
    .join("\n\n");
}

/** What stands outside of code must not be read as HTML. */
function plain(text) {
  return text
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll("<", "&lt;").replaceAll("{{", "{ {")))
    .join("");
}

function programOf(files) {
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    lib: ["lib.es2022.d.ts"],
  };
  return ts.createProgram(files, options, ts.createCompilerHost(options, true));
}

/** Names of the same file that a declaration speaks of and that nobody can import: shown below what uses them. */
function innerOf(source, exported) {
  const found = [];
  for (const statement of source.statements) {
    const named =
      ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement);
    if (named && statement.name && !exported.has(statement.name.text)) found.push(statement);
  }
  return found;
}

function sectionOf(name, symbol, checker) {
  const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declarations = real.declarations ?? [];
  const code = declarations.map(sourceOf).join("\n");
  const from = declarations[0]?.getSourceFile().fileName ?? "";
  return { name, doc: docOf(real, checker), code, from, isType: !(real.flags & ts.SymbolFlags.Value) };
}

/** One entry of a package: what it gives, what can be called first, what comes from its neighbours, what is only spoken of. */
function entryPage(program, file, title) {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
  const sections = symbols
    .map((symbol) => sectionOf(symbol.getName(), symbol, checker))
    .sort((a, b) => Number(a.isType) - Number(b.isType) || (a.name < b.name ? -1 : 1));
  const own = sections.filter(
    ({ from }) => !/\/packages\/|node_modules/.test(from.replace(dirname(dirname(file)), "")),
  );
  const foreign = sections.filter((each) => !own.includes(each));
  const exported = new Set(sections.map(({ name }) => name));
  const inner = innerOf(source, exported).map((node) =>
    printer.printNode(ts.EmitHint.Unspecified, node, source).replace(/^(?:export |declare )+/, ""),
  );
  const lines = [`## \`${title}\``, ""];
  for (const { name, doc, code } of own)
    lines.push(`### ${name}`, "", ...(doc ? [doc, ""] : []), "```typescript", code, "```", "");
  if (foreign.length > 0)
    lines.push("### From other packages", "", `${foreign.map(({ name }) => `\`${name}\``).join(", ")}.`, "");
  if (inner.length > 0) lines.push("### Spoken of above", "", "```typescript", inner.join("\n\n"), "```", "");
  return lines.join("\n");
}

export function packageReference(root, name) {
  const own = read(root, name);
  const entries = entriesOf(own).map(([entry, types]) => [entry, join(root, "packages", name, types)]);
  for (const [, file] of entries) if (!existsSync(file)) throw new Error(`${file} is not there: run pnpm build`);
  const program = programOf(entries.map(([, file]) => file));
  const parts = entries.map(([entry, file]) => entryPage(program, file, join(own.name, entry)));
  // What is bound to the SDK promises what stands there.
  const promising = existsSync(join(root, "packages", name, "SPEC.md")) ? name : "sdk";
  const head = `# ${own.name}\n\n${own.description} More: [its README](../../packages/${name}/README.md), [what it promises](../../packages/${promising}/SPEC.md).\n`;
  const note =
    "\nWritten from the built declarations by `pnpm docs:write`; a change of what others build on shows here.\n\n";
  const page = `${head}${note}${parts.join("\n")}`.replace(/\n{3,}/g, "\n\n").trimEnd();
  return `${page}\n`;
}
