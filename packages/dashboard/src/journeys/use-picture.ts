import type { JourneyPicture, SessionInfo } from "@waymark/schema";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Answer, Client } from "../api/client.ts";

export interface PictureState {
  /** The last answer; while `busy` it is still that of the choice before. */
  answer: Answer<JourneyPicture> | null;
  busy: boolean;
  reload(): void;
}

/** The block that a picture ends with, by the Monday after it; `unknown` while that is still asked for. */
export type Until = string | "latest" | "unknown";

/** The picture of one journey for one role; an answer that comes after the choice has moved on is dropped. */
export function usePicture(client: Client, journey: string, role: string, until: Until): PictureState {
  const [state, setState] = useState<{ key: string; answer: Answer<JourneyPicture> } | null>(null);
  const [round, setRound] = useState(0);
  const key = JSON.stringify([journey, role, round, until]);
  useEffect(() => {
    let left = false;
    if (until === "unknown") return;
    void client.picture(journey, role, round > 0, until === "latest" ? undefined : until).then((answer) => {
      if (!left) setState({ key, answer });
    });
    return () => {
      left = true;
    };
  }, [client, key]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { answer: state?.answer ?? null, busy: state?.key !== key, reload };
}

/** Beyond this the switch is long enough without numbers. */
const mostRoles = 8;

/** How many people are in each role, as far as it is shown; asked for one after the other once the page has its picture. */
export function useHeadCounts(
  client: Client,
  journey: string,
  roles: SessionInfo["roles"],
  ready: boolean,
): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    if (!ready || roles.length > mostRoles) return;
    let left = false;
    const ask = async (): Promise<void> => {
      const found = new Map<string, number>();
      for (const role of roles) {
        const answer = await client.picture(journey, role.id);
        if (left) return;
        if (answer.ok && answer.value.people !== null) found.set(role.id, answer.value.people);
      }
      setCounts(found);
    };
    void ask();
    return () => {
      left = true;
    };
  }, [client, journey, roles, ready]);
  return counts;
}
