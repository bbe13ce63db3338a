import { matchRoles } from "@waymark/engine";
import type { Mounted } from "../overlay/mount.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { Runtime } from "../runtime/runtime.ts";

/** Something that works without being open: it loads when the page is idle, once it is wanted. */
interface Service {
  name: string;
  /** Whether this person in this page has any use for it. Cheap: asked whenever journeys or page change. */
  wanted(guest: Guest): boolean;
  load(): Promise<{ start(guest: Guest, runtime: Runtime, overlay?: Mounted): Stop }>;
}

/** Somebody signed, with a way that leads to another role's or that another role's leads into. */
function handsOver({ $person, $documents, options }: Guest): boolean {
  const journeys = $documents.get();
  const next = journeys.flatMap(({ steps }) => steps.flatMap(({ handoff }) => handoff ?? []));
  const meets = next.length > 0 || journeys.some(({ takesOver }) => takesOver);
  return meets && Boolean(options.key && options.collector && $person.get().token);
}

const hasLibrary = (guest: Guest): boolean => guest.$documents.get().some(({ library }) => library);
const hasJourneys = ({ $documents }: Guest): boolean => $documents.get().length > 0;

/** A journey for this person runs once per record. */
const keepsRecords = ({ $documents, $scene }: Guest): boolean =>
  $documents.get().some((journey) => typeof journey.per === "object" && matchRoles(journey, $scene.get()));

/** A journey for this person has a step that names the fields it needs. */
const namesFields = ({ $documents, $scene }: Guest): boolean =>
  $documents.get().some((journey) => matchRoles(journey, $scene.get()) && journey.steps.some((step) => step.do?.focus));

/** The page has a place for an element of ours, or may get one: the way of a record belongs on its own page. */
const hasPlaces = (guest: Guest): boolean =>
  keepsRecords(guest) ||
  document.querySelector(":is(waymark-map,waymark-launcher,waymark-answer):not([popover]),[data-waymark-map]") !== null;

/** The host brought surfaces or marks of its own. */
const brings = ({ options }: Guest): boolean => Boolean(options.surfaces ?? options.marks);

const services: readonly Service[] = [
  { name: "care", wanted: hasJourneys, load: () => import("./care/service.ts") },
  { name: "focus", wanted: namesFields, load: () => import("./focus/service.ts") },
  { name: "handover", wanted: handsOver, load: () => import("./handover/service.ts") },
  { name: "voice", wanted: hasJourneys, load: () => import("./voice/service.ts") },
  { name: "ask", wanted: hasJourneys, load: () => import("./ask/service.ts") },
  { name: "library", wanted: hasLibrary, load: () => import("./library/service.ts") },
  { name: "records", wanted: keepsRecords, load: () => import("./records/service.ts") },
  { name: "elements", wanted: hasPlaces, load: () => import("./elements/service.ts") },
  { name: "extend", wanted: brings, load: () => import("../extend/service.ts") },
];

/** Starts each service once it is wanted, when the page has nothing better to do. */
export function startServices(guest: Guest, runtime: Runtime, overlay?: Mounted): Stop {
  const scope = createScope();
  const { platform, $documents, $scene } = guest;
  const started = new Set<string>();
  const begin = ({ name, load }: Service): void => {
    started.add(name);
    load().then(
      ({ start }) => {
        if (!scope.stopped) scope.add(start(guest, runtime, overlay));
      },
      () => {
        started.delete(name);
        guest.fail("chunk");
      },
    );
  };
  const look = (): void => {
    for (const service of services) if (!started.has(service.name) && service.wanted(guest)) begin(service);
  };
  scope.add(platform.whenIdle(look));
  scope.add($documents.listen(look));
  scope.add($scene.listen(look));
  return scope.stop;
}
