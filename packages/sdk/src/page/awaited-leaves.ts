import { matchJourney, type PageLeaf, pageLeavesOf, stepState, subjectHere, targetOf } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import { createTargetIndex, type TargetIndex } from "../targeting/target-index.ts";

/** Leaves that the page is watched for: of journeys that are for this person, and of steps that are not settled. */
export interface AwaitedLeaves {
  list(): readonly PageLeaf[];
  /** Those that are true by a deed, by the element it is done to. */
  deeds(): TargetIndex<PageLeaf>;
  stop: Stop;
}

/** Whether a leaf is true while it is true, and not by a deed. */
export const isLevel = ({ kind }: PageLeaf): boolean => !["click", "input", "submit"].includes(kind);

/** Reads the journeys once and what is awaited when it has changed, not at every click. */
export function createAwaitedLeaves(guest: Guest): AwaitedLeaves {
  const scope = createScope();
  let documents: readonly Journey[] | undefined;
  let leaves: [journey: Journey, leaf: PageLeaf][] = [];
  let list: readonly PageLeaf[] | undefined;
  let deeds: TargetIndex<PageLeaf> | undefined;
  const forget = (): void => {
    list = undefined;
    deeds = undefined;
  };
  for (const $store of [guest.$documents, guest.$progress, guest.$person]) scope.add($store.listen(forget));
  let levels = guest.$scene.get().levels;
  scope.add(
    guest.$scene.listen((scene) => {
      // What this watcher has just said changes nothing about what is awaited.
      if (scene.levels === levels) forget();
      levels = scene.levels;
    }),
  );

  const read = (): readonly PageLeaf[] => {
    if (documents !== guest.$documents.get()) {
      documents = guest.$documents.get();
      leaves = documents.flatMap((journey) =>
        pageLeavesOf([journey]).map((leaf): [Journey, PageLeaf] => [journey, leaf]),
      );
    }
    if (leaves.length === 0) return [];
    const scene = guest.$scene.get();
    const { journeys } = guest.$progress.get();
    const subjects = new Map<Journey, string | null>();
    for (const [journey] of leaves) {
      if (subjects.has(journey)) continue;
      const open = matchJourney(journey, scene, guest.$person.get().id, journeys[journey.id]);
      subjects.set(journey, open ? subjectHere(journey, scene) : null);
    }
    return leaves.flatMap(([journey, leaf]) => {
      const subject = subjects.get(journey) ?? null;
      const settled = subject === null || stepState(journeys[journey.id]?.[subject], leaf.step).completed !== null;
      return settled ? [] : leaf;
    });
  };
  const get = (): readonly PageLeaf[] => {
    list ??= read();
    return list;
  };
  return {
    list: get,
    deeds: () => {
      if (!deeds) {
        deeds = createTargetIndex();
        for (const leaf of get()) {
          const target = isLevel(leaf) ? null : targetOf(leaf.leaf);
          if (target) deeds.add(target, leaf);
        }
      }
      return deeds;
    },
    stop: scope.stop,
  };
}
