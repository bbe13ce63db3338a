import type { VNode } from "preact";
import { words } from "../words.ts";

/** The table beside it as a file. The collector writes it, so that it holds what the page may show and the audit log knows of it. */
export function CsvLink({ href, of }: { href: string; of?: string }): VNode {
  return (
    <a class="btn quiet csv" href={href} download aria-label={of === undefined ? undefined : words.csvOf(of)}>
      {words.csv}
    </a>
  );
}
