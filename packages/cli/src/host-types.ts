import { leavesOf } from "@waymark/engine";
import type { Comparison, Journey, Scalar, Where } from "@waymark/schema";

type Props = Map<string, Set<string>>;

const literal = (value: Scalar): string =>
  typeof value === "string" && !/^\{[\w.-]+\}$/.test(value) ? "string" : value === null ? "null" : typeof value;

function typesOf(wanted: Scalar | Comparison): string[] {
  if (wanted === null || typeof wanted !== "object") return [literal(wanted)];
  const { is, in: list = [], gt, lt } = wanted;
  const given = [
    ...(is === undefined ? [] : [is]),
    ...list,
    ...(gt === undefined ? [] : [gt]),
    ...(lt === undefined ? [] : [lt]),
  ];
  // That it is there says nothing of what it is.
  return given.length > 0 ? given.map(literal) : ["string", "number", "boolean"];
}

function note(events: Map<string, Props>, name: string, where: Where = {}): void {
  const props = events.get(name) ?? new Map<string, Set<string>>();
  for (const [key, wanted] of Object.entries(where)) {
    const types = props.get(key) ?? new Set<string>();
    for (const type of typesOf(wanted)) types.add(type);
    props.set(key, types);
  }
  events.set(name, props);
}

function eventsOf(journeys: readonly Journey[]): Map<string, Props> {
  const events = new Map<string, Props>();
  for (const { steps, value, core = [] } of journeys) {
    for (const leaf of steps.flatMap(({ done }) => leavesOf(done)))
      if ("event" in leaf) note(events, leaf.event, leaf.where);
    if (value) note(events, value.event, value.where);
    for (const { event } of core) note(events, event);
  }
  return new Map([...events].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const quoted = (text: string): string => JSON.stringify(text);

/**
 * TypeScript declarations of what journeys know by name: their ids, their steps' ids, and the host's events with the props
 * that conditions look at. A mistyped name in the host's code is then an error of the compiler.
 *
 * @returns A module; the same journeys give the same text.
 */
export function declareTypes(given: readonly Journey[]): string {
  const journeys = given.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const steps = journeys.map(
    ({ id, steps: own }) => `  ${quoted(id)}: ${own.map((step) => quoted(step.id)).join(" | ")};`,
  );
  const events = [...eventsOf(journeys)].map(([name, props]) => {
    const own = [...props].map(([key, types]) => `${quoted(key)}?: ${[...types].sort().join(" | ")}`);
    return `  ${quoted(name)}: { ${[...own, "[prop: string]: string | number | boolean | null | undefined"].join("; ")} };`;
  });
  return `// Written by waymark types from your journeys. Do not edit: run it again.

/** Steps by journey. */
export interface JourneySteps {
${steps.join("\n")}
}

export type JourneyId = keyof JourneySteps;
export type StepId<J extends JourneyId = JourneyId> = JourneySteps[J];

/** Events that journeys wait for, with the props that they look at. */
export interface HostEvents {
${events.join("\n")}
}

export type EventName = keyof HostEvents;

/** \`waymark.track\`, for those events alone: \`const track: Track = waymark.track\`. */
export type Track = <E extends EventName>(name: E, props?: HostEvents[E]) => void;
`;
}
