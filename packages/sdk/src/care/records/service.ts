import { strip } from "../../overlay/words/en/strip.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { ageLine } from "./age-line.tsx";
import { createAsks } from "./asks.ts";
import { reportCover } from "./cover.ts";
import { planCard, planCss } from "./plan-card.tsx";

/** What records need while nothing is open: the plan and the age on a card, the daily count of plans. */
export function start(guest: Guest, runtime: Runtime): Stop {
  const scope = createScope();
  const asks = createAsks();
  scope.add(runtime.fill({ slot: "card-foot", view: planCard(asks), css: planCss, words: strip }));
  scope.add(runtime.fill({ slot: "card-meta", view: ageLine }));
  scope.add(
    guest.on("step.completed", ({ journey, subject }) => {
      if (!journey || !subject) return;
      asks.add(journey, subject);
      runtime.redraw();
    }),
  );
  scope.add(reportCover(guest, runtime));
  return scope.stop;
}
