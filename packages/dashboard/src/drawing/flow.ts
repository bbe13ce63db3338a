import type { ShareFace } from "./face.ts";

/** Widths are pixels across the ribbon. */
export interface StationFlow {
  /** Who stands in front of the station. */
  arrivedPx: number;
  /** Whether that number is shown. */
  arrivedKnown: boolean;
  /** Who went on, as far as it is known. */
  solidPx: number;
  /** Who may have gone on: known to be there, not drawn exactly. */
  hatchPx: number;
  /** Who stays; 0 where nobody does or where it is not shown. */
  stayPx: number;
  stays: number;
  out: "shown" | "hidden" | "not_yet";
}

/** What a group that is not shown is drawn as: wide enough for the hatch to be seen, without claiming a size. */
const unknownShare = 0.42;
/** A ribbon of one person among thousands is still a line. */
const thinnestPx = 1.5;

/** How wide the ribbon is before and after each station. `full` is the width of the whole group. */
export function flow(people: number | null, faces: readonly ShareFace[], full: number): StationFlow[] {
  const first = faces[0];
  const group = people ?? (first !== undefined && "of" in first ? first.of : null);
  const scale = (n: number): number =>
    n === 0 || group === null || group === 0 ? 0 : Math.max(thinnestPx, (Math.min(n, group) / group) * full);
  let width = group === null ? full * unknownShare : full;
  let known = group !== null;

  return faces.map((face) => {
    if (face.kind === "exact" || face.kind === "at_least") {
      const arrivedPx = scale(face.of);
      const solidPx = scale(face.through);
      const exact = face.kind === "exact";
      const rest = Math.max(0, arrivedPx - solidPx);
      width = exact ? solidPx : arrivedPx;
      known = true;
      return {
        arrivedPx,
        arrivedKnown: true,
        solidPx,
        hatchPx: exact ? 0 : rest,
        stayPx: exact ? rest : 0,
        stays: exact ? face.of - face.through : 0,
        out: "shown",
      };
    }
    const arrivedKnown = known;
    known = false;
    const out = face.kind === "not_yet" ? "not_yet" : "hidden";
    const hatchPx = out === "hidden" ? width : 0;
    return { arrivedPx: width, arrivedKnown, solidPx: 0, hatchPx, stayPx: 0, stays: 0, out };
  });
}
