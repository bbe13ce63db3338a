// Every permanent code on one page, each under a heading of its own: what happened and what to do.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What an inert guest says; `packages/sdk/src/boot/create-waymark.ts` and `once-per-page.ts` decide it. */
const inert = {
  options_missing: "`createWaymark()` was called with nothing, or with something that is no object. Give it options.",
  no_source: "Nothing says where journeys come from. Give `journeys`, or `key` with `collector`.",
  collector_missing: "There is a `key` and no `collector`. Give the collector's address, too.",
  key_missing: "There is a `collector` and no `key`. Give the project's write key (`pk_...`), too.",
  NAME_invalid:
    "The option of that name (`user_invalid`, `journeys_invalid`, `theme_invalid` ...) is of another type than it must be: its type stands in [WaymarkOptions](reference/sdk.md#waymarkoptions).",
  second_copy:
    "The page has a guest already, from the script tag or another bundle. Nothing is lost: what this one is told goes to that one. Load one of them only.",
  off: 'The page says `<html data-waymark="off">`, or the tag says it for tests ([testing](testing.md)). Take it out where the guest is wanted.',
};

/** Blanks in a text are marked; angle brackets are no HTML. */
const shown = (text) => text.replace(/\{(\w+)\}/g, "`$1`").replaceAll("<", "&lt;");

const section = (code, ...lines) => [`### ${code}`, "", ...lines.flatMap((line) => [line, ""])].join("\n");

export async function errorPage(root) {
  const load = (path) => import(pathToFileURL(join(root, "packages", path)).href);
  const { failures } = await load("collector/src/errors.ts");
  const { failures: ofCli } = await load("cli/src/failure.ts");
  const parts = [
    "# Errors\n",
    "A code is permanent: it never changes its meaning and is never used again. Words in code marks stand for what the case fills in.",
    "Written from the registries by `pnpm docs:write`. Problems of journey files are said by `waymark lint`; what it asks to think about again: [lint](lint.md).\n",
    "## In the page\n",
    "A guest with bad options stays inert, throws nothing, says its code in the console as `[waymark] code` and keeps it in `waymark.problem`.\n",
    ...Object.entries(inert).map(([code, says]) => section(code, says)),
    "## From the collector\n",
    "Failures are [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problem documents: `application/problem+json` with `code`, `title`, `status` and `detail`.\n",
    ...Object.entries(failures)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { status, title, detail }]) => section(code, `**${title}.** HTTP ${status}.`, shown(detail))),
    "## From the command line\n",
    "Printed with the cause of the case; the command ends with 1, or with 2 where it could not be begun.\n",
    ...Object.entries(ofCli).map(([code, next]) => section(`cli: ${code}`, shown(next))),
  ];
  return `${parts
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}
