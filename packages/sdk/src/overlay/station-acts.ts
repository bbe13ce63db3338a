import type { StationView } from "@waymark/engine";

/** What a person can do about one station; the words are `act.<name>`. */
export type Act = "do" | "show" | "later" | "tick" | "did" | "skip" | "untick" | "unskip" | "hard";

/** The one main act of a station, the quiet ones below it, and those that set right what the map shows, in order. */
export interface StationActs {
  main: Act | null;
  quiet: Act[];
  rare: Act[];
}

/** Which acts fit a station: what is settled can be taken back, what shows nothing can be ticked. */
export function actsFor(station: StationView): StationActs {
  if (station.state === "done") return { main: null, quiet: ["untick", "hard"], rare: [] };
  if (station.state === "skipped") return { main: null, quiet: ["unskip"], rare: [] };
  const shows = station.target !== null || station.open !== null || station.action !== undefined;
  const main: Act = !shows ? "did" : station.label === null ? "show" : "do";
  const quiet: Act[] = [];
  if (main === "do" && station.target !== null) quiet.push("show");
  if (station.state === "here") quiet.push("later");
  quiet.push("hard");
  const rare: Act[] = main === "did" ? [] : ["tick"];
  if (station.skippable) rare.push("skip");
  return { main, quiet, rare };
}
