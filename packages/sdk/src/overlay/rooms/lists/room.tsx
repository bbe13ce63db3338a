import type { JourneyView } from "@waymark/engine";
import type { Overlay } from "../../context.ts";
import { lists } from "../../words/en/lists.ts";
import { Menu } from "./menu.tsx";
import { RecordList } from "./record-list.tsx";
import { listsCss } from "./style.ts";

/** The lists inside other surfaces: of journeys over the launcher, of records in the panel. */
export function fillLists(overlay: Overlay): void {
  const { runtime } = overlay;
  runtime.fill({ slot: "journeys", view: () => <Menu overlay={overlay} />, css: listsCss, words: lists });
  runtime.fill({
    slot: "records",
    view: ({ journey }) => <RecordList journey={journey as JourneyView} runtime={runtime} />,
  });
}
