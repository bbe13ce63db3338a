import type { StationView } from "@waymark/engine";

/** What a person can do about one station; the words are `act.<name>`. */
export type Act = "do" | "show" | "later" | "tick" | "did" | "skip" | "untick" | "unskip" | "hard";

/** The one main act of a station and the quiet ones below it, in order. */
export interface StationActs {
  main: Act | null;
  quiet: Act[];
}

/** Which acts fit a station: what is settled can be taken back, what shows nothing can be ticked. */
export function actsFor(station: StationView): StationActs {
  if (station.state === "done") return { main: null, quiet: ["untick", "hard"] };
  if (station.state === "skipped") return { main: null, quiet: ["unskip"] };
  const shows = station.target !== null || station.open !== null;
  const main: Act = !shows ? "did" : station.label === null ? "show" : "do";
  const quiet: Act[] = [];
  if (main === "do" && station.target !== null) quiet.push("show");
  if (station.state === "here") quiet.push("later");
  if (main !== "did") quiet.push("tick");
  quiet.push("hard");
  if (station.skippable) quiet.push("skip");
  return { main, quiet };
}
