/** Where a key leads in a list of `count` rows; `null`: it is none of the list's. Home and End are the text's until they walk. */
export function rowAfter(key: string, active: number, count: number, walking: boolean): number | null {
  if (key === "ArrowDown") return (active + 1) % count;
  if (key === "ArrowUp") return (active - 1 + count) % count;
  if (key === "Home" && walking) return 0;
  return key === "End" && walking ? count - 1 : null;
}
