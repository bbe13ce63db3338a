/**
 * An event's name as journeys write it. Other tools write sentences: `Deal Created` becomes `deal.created`. A name without
 * spaces stays as it is.
 */
export function factName(name: string): string {
  const words = name.trim().split(/\s+/);
  return words.length === 1 ? (words[0] ?? "") : words.join(".").toLowerCase();
}
