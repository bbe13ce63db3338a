/** What one cell of a table holds; `null` where there is nothing to show. */
export type Cell = string | number | boolean | null;

/** Signs that make spreadsheets read a text as a formula, in their full-width forms too, and after blanks. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
const quoted = /[",;\r\n\t]|^\s|\s$/;

/**
 * One cell as RFC 4180 writes it. A text that a spreadsheet would take for a formula begins with an apostrophe, as OWASP
 * recommends against CSV injection; numbers are ours and stay numbers.
 *
 * @example
 * ```ts
 * csvCell("=HYPERLINK(\"http://a.example\")"); // "\"'=HYPERLINK(\"\"http://a.example\"\")\""
 * csvCell(-2.5); // "-2.5"
 * ```
 */
export function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return quoted.test(text) || text !== cell ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line with its end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** What a file begins with, so that spreadsheets read it as UTF-8. */
export const csvBegin = "\ufeff";
