import { h } from "preact";
import { Pill } from "../../overlay/launcher.tsx";
import type { Mounted } from "../../overlay/mount.ts";
import { drawInPage } from "../../overlay/placed.ts";
import { answerCard } from "../../overlay/rooms/voice/answer-card.tsx";
import { answerCss } from "../../overlay/rooms/voice/style.ts";
import { strip } from "../../overlay/words/en/strip.ts";
import { voice as words } from "../../overlay/words/en/voice.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { voiceOf } from "../voice/voice.ts";
import { serveStrips } from "./strip-element.ts";

/** What stands in the host's page: ours in the top layer are popovers. */
const launchers = "waymark-launcher:not([popover])";
const answers = "waymark-answer:not([popover])";

/** In the line of the host's page, and not in a corner of the window. */
const placedCss = ":host{display:inline-block!important;position:relative!important} .pill{position:static}";
const blockCss = ":host{display:block!important;position:relative!important}";

/** The launcher where the host wants it: the one in the corner makes room. */
function drawLauncher(element: HTMLElement, guest: Guest, runtime: Runtime, { overlay }: Mounted): Stop {
  const scope = createScope();
  scope.add(
    runtime.fill({ slot: "menu", view: () => null, css: ":host(waymark-launcher[popover]) .pill{display:none}" }),
  );
  scope.add(drawInPage(element, guest, runtime, placedCss, () => h(Pill, { overlay })));
  return scope.stop;
}

/** The answer to what this person reported: about the step that the element names, else the first that is there. */
function drawAnswer(element: HTMLElement, guest: Guest, runtime: Runtime, put: Set<string>): Stop {
  const voice = voiceOf(guest);
  const Card = answerCard(voice, put);
  return drawInPage(element, guest, runtime, blockCss + answerCss, () => {
    const first = voice.firstOpen();
    const wanted = element.getAttribute("journey") ?? first?.journey;
    const journey = runtime.$journeys.get().find(({ id }) => id === wanted);
    const step = element.getAttribute("step") ?? (first?.journey === wanted ? first?.step : null);
    const station = journey?.stations.find(({ id }) => id === step);
    return journey && station ? h(Card, { runtime, journey, station }) : null;
  });
}

/** Serves `<waymark-map>`, `<waymark-launcher>` and `<waymark-answer>` where the host's page has them. */
export function start(guest: Guest, runtime: Runtime, mounted?: Mounted): Stop {
  const scope = createScope();
  runtime.say.learn({ ...words, ...strip });
  scope.add(serveStrips(guest, runtime));
  const drawn = new Map<Element, Stop>();
  const put = new Set<string>();
  const begin = (selector: string, draw: (element: HTMLElement) => Stop): void => {
    for (const element of document.querySelectorAll<HTMLElement>(selector))
      if (!drawn.has(element)) drawn.set(element, draw(element));
  };
  const look = guest.guard("placed", () => {
    for (const [element, stop] of drawn) {
      if (element.isConnected) continue;
      stop();
      drawn.delete(element);
    }
    if (mounted) begin(launchers, (element) => drawLauncher(element, guest, runtime, mounted));
    begin(answers, (element) => drawAnswer(element, guest, runtime, put));
  });
  look();
  // A page that has just been opened draws itself first.
  scope.add(guest.$scene.listen(() => void guest.platform.whenIdle(() => !scope.stopped && look())));
  scope.add(() => {
    for (const stop of drawn.values()) stop();
  });
  return scope.stop;
}
