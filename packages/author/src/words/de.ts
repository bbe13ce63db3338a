import { en } from "./en.ts";
import type { Words } from "./keys.ts";

export const de: Words = en;
