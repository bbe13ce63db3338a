import { en } from "./en.ts";
import type { Words } from "./keys.ts";

export const ar: Words = en;
