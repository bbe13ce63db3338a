import type { BlockSpan, FigurePlace, FigureReport, Journey, Withheld } from "@waymark/schema";
import { type Calendar, createCalendar } from "../blocks/calendar.ts";
import { type Group, isSimulated, leavesOf } from "../blocks/partition.ts";
import { frozenFigures } from "../control/figures.ts";
import { blocksRead } from "../control/gap-cells.ts";
import { isInScope } from "../control/members.ts";
import { showsAnything } from "../figures/figure.ts";
import type { FrozenFigures, GroupFigures, JourneyFigures, VersionFigures } from "../figures/frozen-figures.ts";
import { nextAt, spanOf } from "../freezing/compute-snapshots.ts";
import { concerns } from "../plan/place.ts";
import type { World } from "../world.ts";
import type { FrozenView } from "./read-pictures.ts";

/** Which part of what is kept a page reads, and of what each row is. */
export interface FigurePage<Found> {
  of: "version" | "journey" | "group";
  /** It is asked once of everybody: where the block has nothing, what was last frozen stands. Blocks stay disjoint. */
  lasting?: true;
  /** `null`: nothing of the place may be shown. */
  found(kept: VersionFigures & JourneyFigures & GroupFigures): Found | null;
  /** The first week it is of, where what was too little was carried on into the block. */
  since?(kept: VersionFigures & JourneyFigures & GroupFigures): number | undefined;
}

interface Kept<Found> {
  group: string;
  journey: string;
  version: number;
  found: Found | null;
  /** Where it is not of the last block. */
  block: BlockSpan | null;
}

function keptOf<Found>(
  { of, found, since }: FigurePage<Found>,
  rows: readonly FrozenFigures[],
  spanFrom: (week: number | undefined) => BlockSpan | null,
): Kept<Found>[] {
  const level = ({ journey, version }: FrozenFigures): FigurePage<Found>["of"] =>
    journey === "" ? "group" : version === 0 ? "journey" : "version";
  return rows
    .filter((row) => level(row) === of)
    .map(({ content, ...row }) => {
      const kept = JSON.parse(content) as VersionFigures & JourneyFigures & GroupFigures;
      return { ...row, block: spanFrom(since?.(kept)), found: found(kept) };
    });
}

/** One group for each role. Simulated people fill in where nothing of real ones can be shown. */
function groupsToShow({ groups, project, scope }: FrozenView, shown: ReadonlySet<string>): Group[] {
  const real = groups.filter((each) => !isSimulated(each));
  const made = groups.filter(isSimulated);
  const chosen = real.map((each) =>
    shown.has(each.id) ? each : (made.find(({ role }) => role === each.role) ?? each),
  );
  const others = made.filter((each) => real.every(({ role }) => role !== each.role));
  const covered = new Set([...chosen, ...others].flatMap(({ leaves }) => leaves));
  const alone = leavesOf(project.roles)
    .filter(({ id }) => !covered.has(id) && isInScope(id, scope, project.roles))
    .map(({ id, title }): Group => ({ id: "", role: id, title, leaves: [id] }));
  return [...chosen, ...others, ...alone];
}

const stepsOf = (journey: Journey): FigurePlace["steps"] => journey.steps.map(({ id, title }) => ({ id, title }));

/** What is said of one group: a row for each journey that is for it, and each version that there is something of. */
function rowsOf<Found>(
  page: FigurePage<Found>,
  { journeys, project }: FrozenView,
  group: Group,
  kept: readonly Kept<Found>[],
): FigureReport<Found>["rows"] {
  const role = { id: group.role, title: group.title };
  const own = kept.filter((each) => each.group === group.id);
  if (page.of === "group")
    return [
      { journey: null, version: null, role, block: own[0]?.block ?? null, steps: [], found: own[0]?.found ?? null },
    ];
  return journeys
    .filter((journey) => concerns(journey, group.role, project.roles))
    .flatMap((journey): FigureReport<Found>["rows"] => {
      const place = { journey: { id: journey.id, title: journey.title }, role, steps: stepsOf(journey) };
      const mine = own.filter((each) => each.journey === journey.id && each.found !== null);
      if (page.of === "journey") return [{ ...place, version: null, block: null, found: mine[0]?.found ?? null }];
      const newest = journey.version ?? 1;
      const older = mine.filter(({ version, found }) => version !== newest && showsAnything(found));
      const now = mine.find(({ version }) => version === newest) ?? { version: newest, block: null, found: null };
      return [now, ...older.toSorted((a, b) => b.version - a.version)].map(({ version, block, found }) => ({
        ...place,
        ...{ version, block, found },
      }));
    });
}

interface Spans {
  block: BlockSpan | null;
  blocks: BlockSpan[];
  nextAt: string | null;
  reason: Withheld | null;
}

function spansOf(view: FrozenView, calendar: Calendar): Spans {
  const last = view.blocks.at(-1);
  const blocks = view.blocks.map((each) => spanOf(each, calendar));
  return {
    block: blocks.at(-1) ?? null,
    blocks,
    nextAt: last === undefined ? view.firstDue : nextAt(last, calendar),
    reason: last === undefined ? "not_yet" : last.unsigned ? "unverified" : null,
  };
}

/** What is kept of the last block; what lasts is that of the latest block that has something of the place. */
async function keptUpTo<Found>(world: World, view: FrozenView, page: FigurePage<Found>): Promise<Kept<Found>[]> {
  const calendar = createCalendar(view.project.timeZone);
  const blocks = view.blocks.toReversed().slice(0, page.lasting ? blocksRead : 1);
  const found = new Map<string, Kept<Found>>();
  for (const [age, block] of blocks.entries()) {
    const rows = await frozenFigures(world.control, view.project.id, block.index);
    const spanFrom = (since: number | undefined): BlockSpan | null =>
      age === 0 && since === undefined ? null : spanOf({ ...block, fromWeek: since ?? block.fromWeek }, calendar);
    for (const each of keptOf(page, rows, spanFrom)) {
      const key = JSON.stringify([each.group, each.journey, each.version]);
      const before = found.get(key);
      if (before === undefined || (!showsAnything(before.found) && showsAnything(each.found))) found.set(key, each);
    }
  }
  return [...found.values()];
}

/** What a page says of the last block of a view: frozen rows, and nothing that is worked out of people now. */
export async function figureReport<Found>(
  world: World,
  view: FrozenView,
  page: FigurePage<Found>,
): Promise<FigureReport<Found>> {
  const spans = spansOf(view, createCalendar(view.project.timeZone));
  const last = view.blocks.at(-1);
  const kept = last === undefined ? [] : await keptUpTo(world, view, page);
  const shown = new Set(kept.filter(({ found }) => showsAnything(found)).map(({ group }) => group));
  const groups = groupsToShow(view, shown);
  return {
    simulated: groups.some((each) => isSimulated(each) && shown.has(each.id)),
    ...spans,
    rows: groups.flatMap((group) => rowsOf(page, view, group, kept)),
  };
}
