// What must not compile. `tsc` fails where one of these lines does: an error that is expected and missing is an error.

import { defineWaymarkCommand } from "@waymark/cli";
import { createCollector, defineInsight } from "@waymark/collector";
import { createWaymark } from "@waymark/sdk";
import { type Destination, definePlugin, type Storage, withPlugins } from "@waymark/sdk/extend";

const fine = definePlugin({ name: "fine", conditions: { online: () => navigator.onLine } });
createWaymark(withPlugins({ journeys: [] }, [fine]));

// @ts-expect-error a plugin has a name
definePlugin({ conditions: {} });
// @ts-expect-error there is no such registry
definePlugin({ name: "x", widgets: {} });
// @ts-expect-error a condition answers at once
definePlugin({ name: "x", conditions: { slow: async () => true } });
// @ts-expect-error a condition that tells of changes also says what is so
definePlugin({ name: "x", conditions: { mute: { watch: () => () => undefined } } });
// @ts-expect-error watching returns its end
definePlugin({ name: "x", conditions: { leak: { holds: () => true, watch: () => undefined } } });
// @ts-expect-error a strategy gives an element, not a selector
definePlugin({ name: "x", targets: { cell: () => "#cell" } });
// @ts-expect-error a strategy does not make up what is missing
definePlugin({ name: "x", targets: { cell: () => undefined } });
// @ts-expect-error an action is told which deed, and of no person
definePlugin({ name: "x", actions: { dial: ({ user }) => user } });
// @ts-expect-error a surface has a title
definePlugin({ name: "x", surfaces: { log: { mount: () => () => undefined } } });
// @ts-expect-error a surface returns its end
definePlugin({ name: "x", surfaces: { log: { title: "Log", mount: () => undefined } } });
// @ts-expect-error a surface stands in a corner or in the middle
definePlugin({ name: "x", surfaces: { log: { title: "Log", spot: "top", mount: () => () => undefined } } });
// @ts-expect-error a mark is declarations
definePlugin({ name: "x", marks: { key: { color: "red" } } });
// @ts-expect-error a destination is a function
definePlugin({ name: "x", destinations: ["https://example.com"] });
// @ts-expect-error a happening has no person
const tells: Destination = ({ person }) => void person;
// @ts-expect-error a storage changes in one transaction
const storage: Storage = { get: async () => undefined, set: async () => undefined };
// @ts-expect-error a headless interface returns its end
createWaymark({ journeys: [], headless: () => 1 });
// @ts-expect-error an insight reads what is published, never events
defineInsight((published) => published.events());
// @ts-expect-error an event store has more than one method
createCollector({ dataDir: ":memory:", store: { events: { append: async () => null } } });
// @ts-expect-error a command has a description
defineWaymarkCommand({ run: () => 0 });
const counts = { n: { type: "number", description: "n" } } as const;
// @ts-expect-error an option is a string or a boolean
defineWaymarkCommand({ description: "Count things.", options: counts, run: () => 0 });

void [tells, storage];
