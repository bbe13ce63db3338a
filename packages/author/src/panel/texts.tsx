import type { VNode } from "preact";
import { Field } from "./field.tsx";

/** One text of a step or of the journey, as the form lists it. */
export interface Text {
  /** The field of the document: names the input, and what is wrong with it. */
  at: string;
  label: string;
  value: string | undefined;
  most?: number;
  rows?: number;
  hint?: string;
  write(text: string): void;
}

interface TextsProps {
  /** Stands before the fields' names: an id is one in the panel. */
  of: "step" | "journey" | "brief";
  texts: readonly Text[];
  flaw(field: string): { text: string; error: boolean } | undefined;
}

/** Texts to write, one below the other, each with what there is to say about it. */
export function Texts({ of, texts, flaw }: TextsProps): VNode[] {
  return texts.map(({ at, write, ...field }) => (
    <Field key={at} id={`${of}-${at.replace(/^.*\./, "")}`} {...field} problem={flaw(at)} onInput={write} />
  ));
}
