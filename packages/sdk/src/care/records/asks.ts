/** The records whose step has just been finished here: each is asked once for the next date. */
export interface Asks {
  has(journey: string, subject: string): boolean;
  add(journey: string, subject: string): void;
  /** Answered, or not wanted. */
  drop(journey: string, subject: string): void;
}

export function createAsks(): Asks {
  const waiting = new Set<string>();
  const key = (journey: string, subject: string): string => `${journey} ${subject}`;
  return {
    has: (journey, subject) => waiting.has(key(journey, subject)),
    add: (journey, subject) => void waiting.add(key(journey, subject)),
    drop: (journey, subject) => void waiting.delete(key(journey, subject)),
  };
}
