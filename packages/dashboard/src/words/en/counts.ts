import { counts } from "../counts.ts";

const { n, count } = counts("en-GB");

export const number: (value: number) => string = n;
export const people = (value: number): string => count(value, { one: "# person", other: "# people" });
export const events = (value: number): string => count(value, { one: "# event", other: "# events" });
