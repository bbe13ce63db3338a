import type { JourneyPicture, PicturePeriods } from "@waymark/schema";
import { useEffect, useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import type { Filters } from "../shell/filters.ts";
import type { Until } from "./use-picture.ts";

export type Period = PicturePeriods["periods"][number];

/** The closed blocks of a picture, the newest first; `null` while they are asked for. */
export function usePeriods(client: Client, journey: string, role: string): readonly Period[] | null {
  const key = JSON.stringify([journey, role]);
  const [state, setState] = useState<{ key: string; periods: readonly Period[] } | null>(null);
  useEffect(() => {
    let left = false;
    void client.periods(journey, role).then((answer) => {
      // Without them there is nothing to choose; the picture itself says what is wrong.
      if (!left) setState({ key, periods: answer.ok ? answer.value.periods.toReversed() : [] });
    });
    return () => {
      left = true;
    };
  }, [client, key]);
  return state?.key === key ? state.periods : null;
}

/** The block that an address names: itself, or the latest of a version. What it names wrongly becomes the latest. */
export function blockOf({ block, version }: Filters, periods: readonly Period[] | null): Until {
  if (block === undefined && version === undefined) return "latest";
  if (periods === null) return "unknown";
  const found = periods.find(({ to }) => to === block) ?? periods.find((period) => String(period.version) === version);
  return found === undefined || found === periods[0] ? "latest" : found.to;
}

/** The picture of the block that is compared with, or `null` where none is. */
export function useEarlier(
  client: Client,
  journey: string,
  role: string,
  until: string | undefined,
  periods: readonly Period[] | null,
): JourneyPicture | null {
  const known = periods?.some(({ to }) => to === until) === true ? until : undefined;
  const key = JSON.stringify([journey, role, known]);
  const [state, setState] = useState<{ key: string; picture: JourneyPicture } | null>(null);
  useEffect(() => {
    let left = false;
    if (known === undefined) return;
    void client.picture(journey, role, false, known).then((answer) => {
      if (!left && answer.ok) setState({ key, picture: answer.value });
    });
    return () => {
      left = true;
    };
  }, [client, key]);
  return known !== undefined && state?.key === key ? state.picture : null;
}
