import type { Words } from "../../say.ts";

/** English: the way into the library, which is there before its room. */
export const libraryLine: Words = {
  "library.line": "How do I ...?",
  "library.lost": "This one could not be fetched: there is no network. Please try again.",
};
