/** One role of a project's tree. */
export interface RoleNode {
  id: string;
  parent?: string | undefined;
  title: string;
  /** People in the role, as the host knows it. Default: how many verified people were seen. */
  headcount?: number | undefined;
}

/** A set of leaf roles that is shown as one. Groups never overlap and never change once they were frozen. */
export interface Group {
  id: string;
  /** The role it is named after: the leaf itself, or the parent of those that were merged. */
  role: string;
  title: string;
  leaves: string[];
}

// No role's id begins like this.
const mark = "~";

/** A group of simulated people, kept apart from the groups of real ones. */
export function asSimulated(group: Group): Group {
  return { ...group, id: mark + group.id };
}

/** Whether a group is one of simulated people. */
export function isSimulated(group: Group): boolean {
  return group.id.startsWith(mark);
}

/** Fewer people than this are never shown: twice the floor of five. */
export const smallestGroup = 10;

interface Gathered {
  groups: Group[];
  /** Leaves that are too small and found no company yet. */
  left: string[];
}

/** The roles that are nobody's parent. */
export function leavesOf(tree: readonly RoleNode[]): RoleNode[] {
  const parents = new Set(tree.map((each) => each.parent));
  return tree.filter((each) => !parents.has(each.id));
}

function named(node: RoleNode, leaves: string[]): Group {
  return { id: node.id, role: node.id, title: node.title, leaves: leaves.sort() };
}

function gather(node: RoleNode, tree: readonly RoleNode[], heads: ReadonlyMap<string, number>): Gathered {
  const children = tree.filter((each) => each.parent === node.id);
  if (children.length === 0) {
    const head = heads.get(node.id);
    if (head === undefined) return { groups: [], left: [] };
    return head >= smallestGroup ? { groups: [named(node, [node.id])], left: [] } : { groups: [], left: [node.id] };
  }
  const parts = children.map((each) => gather(each, tree, heads));
  const groups = parts.flatMap((each) => each.groups);
  const left = parts.flatMap((each) => each.left);
  const size = (leaves: readonly string[]): number => leaves.reduce((sum, each) => sum + (heads.get(each) ?? 0), 0);
  if (left.length === 0) return { groups, left };
  if (size(left) >= smallestGroup) return { groups: [...groups, named(node, left)], left: [] };
  const smallest = [...groups].sort((a, b) => size(a.leaves) - size(b.leaves) || (a.id < b.id ? -1 : 1))[0];
  if (smallest === undefined) return { groups, left };
  const rest = groups.filter((each) => each !== smallest);
  return { groups: [...rest, named(node, [...smallest.leaves, ...left])], left: [] };
}

/**
 * The groups to show: leaf roles of ten people or more; smaller ones together with their siblings, then further up, named
 * by their parent. Groups that were frozen before stay as they are; a leaf that belongs to none may form a new one.
 *
 * @param heads - People per leaf role.
 * @param frozen - Groups of earlier blocks.
 * @param block - Index of the block being frozen; it keeps the id of a later group apart from an earlier one's.
 */
export function partition(
  tree: readonly RoleNode[],
  heads: ReadonlyMap<string, number>,
  frozen: readonly Group[],
  block: number,
): Group[] {
  const taken = new Set(frozen.flatMap((each) => each.leaves));
  const ids = new Set(frozen.map((each) => each.id));
  const open = new Map([...heads].filter(([leaf]) => !taken.has(leaf)));
  const roots = tree.filter((each) => each.parent === undefined);
  const fresh = roots.flatMap((each) => gather(each, tree, open).groups);
  return [...frozen, ...fresh.map((each) => (ids.has(each.id) ? { ...each, id: `${each.id}.${block}` } : each))];
}
