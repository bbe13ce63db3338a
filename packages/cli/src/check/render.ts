import type { Finding, Verdict } from "./finding.ts";

const signs: Record<Verdict, string> = { ok: "ok", broken: "BROKEN", later: "later" };
const colours: Record<Verdict, number> = { ok: 32, broken: 31, later: 90 };

/** How many of each. */
export function countVerdicts(findings: readonly Finding[]): Record<Verdict, number> {
  const count = (verdict: Verdict): number => findings.filter((each) => each.verdict === verdict).length;
  return { ok: count("ok"), broken: count("broken"), later: count("later") };
}

/** Rows of texts as columns of one width each; the last one runs on. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

/** A table for the terminal, broken ones last, where one looks. */
export function renderTable(findings: readonly Finding[], colour: boolean): string[] {
  const order: Verdict[] = ["later", "ok", "broken"];
  const sorted = findings.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  const head = ["", "ROLE", "JOURNEY", "STEP", "WHAT", "PAGE AND FINDING"];
  const body = sorted.map(({ verdict, role, journey, step, part, page, says }) => [
    ...[signs[verdict], role, journey, step, part],
    `${page === null ? "" : `${page}: `}${says}`,
  ]);
  return columns([head, ...body]).map((line, at) => {
    const verdict = sorted[at - 1]?.verdict;
    return colour && verdict ? `\u001b[${colours[verdict]}m${line}\u001b[0m` : line;
  });
}

const escaped = (text: string): string =>
  text
    // XML 1.0 has no place for other control characters.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A JUnit report, as CI servers read it: a suite for each role and journey, a case for each thing that a step needs. */
export function renderJunit(findings: readonly Finding[]): string {
  const suites = Map.groupBy(findings, ({ role, journey }) => `${journey} as ${role}`);
  const total = countVerdicts(findings);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  lines.push(`<testsuites name="waymark check" tests="${findings.length}" failures="${total.broken}">`);
  for (const [name, own] of suites) {
    const { broken, later } = countVerdicts(own);
    const counts = `tests="${own.length}" failures="${broken}" skipped="${later}"`;
    lines.push(`  <testsuite name="${escaped(name)}" ${counts}>`);
    for (const { step, part, verdict, cause, says, page, screenshot } of own) {
      const open = `    <testcase classname="${escaped(name)}" name="${escaped(`${step}: ${part}`)}"`;
      const where = escaped(`${page === null ? "" : `${page}: `}${says}`);
      if (verdict === "ok") lines.push(`${open}/>`);
      else if (verdict === "later") lines.push(`${open}><skipped message="${where}"/></testcase>`);
      else
        lines.push(
          `${open}><failure type="${cause ?? "broken"}" message="${where}">${screenshot ? escaped(screenshot) : ""}</failure></testcase>`,
        );
    }
    lines.push("  </testsuite>");
  }
  return `${lines.join("\n")}\n</testsuites>\n`;
}
