import { atom } from "nanostores";
import type { GuideView, Runtime } from "../runtime/runtime.ts";
import type { Surface } from "../runtime/surface.ts";
import { surfaceOf } from "../targeting/tree.ts";
import { createAnnouncer } from "./announce.ts";
import { createAside, overlaps } from "./aside.ts";
import { createBackButton } from "./back-button.ts";
import type { Overlay } from "./context.ts";
import { dragLauncher, pullSheet } from "./drag.ts";
import { createFocusKeeper } from "./focus.ts";
import { findHome, watchHome } from "./home.ts";
import { watchEscape, watchShortcuts } from "./keys.ts";
import { type Frame, frameOf } from "./layout.ts";
import { pieces } from "./pieces.ts";
import { reopen } from "./reopen.ts";
import { createStage } from "./stage.ts";
import { textScale } from "./text-scale.ts";

/** What stands in the corner, one at a time. The guide's card is hung where it belongs. */
const corners = pieces.filter(({ spot, name }) => spot === "corner" && name !== "waymark-coach");

/** A host that keeps showing something over us has the last word after so many times. */
const mostLifts = 100;

/**
 * Draws the overlay of one runtime into the page: launcher, panel, brief and guide, each a custom element above the
 * page. Returns its stop, which takes every node, listener, observer and timer away.
 */
export function mount(runtime: Runtime): () => void {
  const $frame = atom<Frame>(frameOf(document.documentElement.clientWidth));
  let folded: Surface | null = null;
  let release: (() => void) | null = null;

  const overlay: Overlay = {
    runtime,
    $frame,
    toggle: () => {
      if (runtime.$guide.get()) runtime.stopGuide();
      else if (aside.wanted()) aside.insist();
      else if (runtime.$surface.get().name !== "closed") runtime.close();
      else reopen(runtime, folded);
    },
    fold: (surface) => {
      folded = surface;
      runtime.close();
    },
    dismiss: () => {
      const surface = runtime.$surface.get();
      folded = null;
      if (surface.name === "brief") {
        // Read again from the panel: back to it. Never answered: for later.
        if (runtime.$current.get()?.briefAnswer !== null) runtime.open("panel", surface);
        else runtime.answerBrief(surface.journey, "later");
      }
      if (runtime.$surface.get() !== surface) return;
      // Set, not opened: coming back is no news, and would be a trace beside a report.
      if ("back" in surface && surface.back) runtime.guest.$surface.set(surface.back);
      else runtime.close();
    },
  };
  const target = (): Element | null => runtime.$guide.get()?.element ?? null;
  const settle = (): void => stage.move(findHome(target()));
  const phone = (): boolean => $frame.get().phone;
  let keyed = false;
  let awaited: HTMLElement | null = null;
  const stage = createStage(overlay, findHome(target()), settle, (element) => {
    if (element === awaited) focus.enter(element, true);
  });
  let place: DOMRectReadOnly | null = null;
  let wasAway = false;
  const aside = createAside(
    () => {
      const element = corners.map(({ name }) => stage.find(name)).find((each) => each !== null);
      // While it is away it keeps its claim to the place where it stood.
      if (element) place = element.getBoundingClientRect();
      return place;
    },
    () => sync(),
  );
  const focus = createFocusKeeper(() => ({ target: target(), card: stage.find("waymark-coach") }));
  const announcer = createAnnouncer(
    () => stage.find("waymark-launcher")?.shadowRoot?.querySelector("[aria-live]") ?? null,
  );

  const sync = (): void => {
    const surface = runtime.$surface.get();
    const guide = runtime.$guide.get();
    const away = aside.wanted();
    const returning = wasAway && !away;
    wasAway = away;
    settle();
    const gone = pieces.filter((piece) => stage.find(piece.name) && !piece.shown(surface, guide, away));
    const come = pieces.filter((piece) => !stage.find(piece.name) && piece.shown(surface, guide, away));
    const held = gone.some(({ name }) => {
      const element = stage.find(name);
      return element !== null && focus.holds(element);
    });
    for (const { name } of gone) stage.hide(name);
    for (const piece of come) {
      const { shadowRoot } = stage.show(piece);
      if (!shadowRoot || piece.spot === "anchored") continue;
      if (piece.spot === "pill") dragLauncher(shadowRoot, runtime, phone);
      else pullSheet(shadowRoot, phone, overlay.dismiss);
    }
    const launcher = stage.find("waymark-launcher");
    const cornered = guide
      ? guide.status !== "found" || $frame.get().phone
      : !away && surface.name !== "closed" && surface.name !== "launcher";
    launcher?.toggleAttribute("data-away", cornered);
    const opened = come.findLast((piece) => piece.spot === "middle" || corners.includes(piece));
    const element = opened ? stage.find(opened.name) : null;
    // A surface that comes back by itself must not take the focus the dialog has just given back.
    if (element && !returning) awaited = focus.enter(element, keyed || opened?.spot === "middle") ? element : null;
    else if (held) focus.giveBack(launcher);
  };

  let pointed: Element | null = null;
  const point = (guide: GuideView | null): void => {
    release?.();
    release = null;
    stage.restyle();
    stage.aim(guide?.element ?? null);
    const spotlight = stage.find("waymark-spotlight");
    const card = stage.find("waymark-coach");
    if (!guide?.element) pointed = null;
    if (!spotlight || !card || !guide?.element) return;
    const again = guide.element === pointed;
    pointed = guide.element;
    release = runtime.attach({
      again,
      target: guide.element,
      spotlight,
      card,
      dir: runtime.$look.get().dir,
      phone: $frame.get().phone,
      scrolled: () => tell(guide, ` ${runtime.say("coach.scrolled")}`),
    });
    // Ours too must not lie on what the person is to press.
    const launcher = stage.find("waymark-launcher");
    const pill = launcher?.shadowRoot?.querySelector(".pill")?.getBoundingClientRect();
    if (pill && overlaps(pill, spotlight.getBoundingClientRect())) launcher?.toggleAttribute("data-away", true);
  };

  const tell = (guide: GuideView, more = ""): void => announcer.announce(`${guide.title}. ${guide.say}${more}`);

  let lifts = 0;
  /** Something was shown above us: we come above it where it fills the page, or holds what we hang on. */
  const overlaid = (by: Element): void => {
    const { width, height } = by.getBoundingClientRect();
    const fills = width * height > (innerWidth * innerHeight) / 2;
    if ((fills || by.contains(target())) && lifts++ < mostLifts) stage.lift(pieces.map(({ name }) => name));
  };

  let last: GuideView | null = null;
  const guided = (guide: GuideView | null): void => {
    // Two changes in one breath are told twice, each time as the newer one: what was drawn last is ours to remember.
    const before = last;
    last = guide;
    sync();
    // The same stop with another element, as in a page that renders itself anew, is no news.
    const news = before?.status !== "found" || before.index !== guide?.index || before.step !== guide.step;
    if (guide?.status === "found" && news) tell(guide);
    if (guide?.status === "lost") announcer.announce(runtime.say("coach.lost"));
    if (guide?.element !== before?.element || guide?.status !== before?.status) point(guide);
  };
  const surfaced = (surface: Surface, before?: Surface): void => {
    const launcher = stage.find("waymark-launcher");
    const inMenu = before?.name === "launcher" && launcher !== null && focus.holds(launcher);
    sync();
    back.watch(surface.name !== "closed" && phone());
    if (inMenu && surface.name === "closed") focus.giveBack(launcher);
  };
  const back = createBackButton(overlay.dismiss);
  const shortcut = (act: "launcher" | "map"): void => {
    if (runtime.$guide.get()) return;
    keyed = true;
    if (runtime.$surface.get().name === act) overlay.dismiss();
    else runtime.open(act);
    keyed = false;
    const launcher = stage.find("waymark-launcher");
    // Drawn in a moment.
    if (act === "launcher" && launcher && runtime.$surface.get().name === act)
      setTimeout(() => focus.enter(launcher, true));
  };
  /** A press elsewhere closes the menu, as menus do. */
  const pressed = (event: Event): void => {
    if (runtime.$surface.get().name === "launcher" && !surfaceOf(event)) runtime.close();
  };
  const restyle = (): void => point(runtime.$guide.get());
  const resized = (): void => {
    const next = frameOf(document.documentElement.clientWidth, textScale(stage.find("waymark-launcher")?.shadowRoot));
    if (next.width === $frame.get().width) return;
    $frame.set(next);
    restyle();
  };
  let stale = false;
  /** What changes in one go is drawn once. */
  const redraw = (): void => {
    if (!stale)
      queueMicrotask(() => {
        stale = false;
        stage.redraw();
      });
    stale = true;
  };
  const { $surface, $guide, $look, $journeys, $current, $walked, $fillings, guest } = runtime;
  window.addEventListener("resize", resized);
  window.addEventListener("pointerdown", pressed, true);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", restyle);

  guided(runtime.$guide.get());
  // How large text is wanted can only be seen from inside a tree of ours.
  resized();
  const stops = [
    $surface.listen(surfaced),
    $guide.listen(guided),
    $look.listen(restyle),
    guest.$settings.listen(restyle),
    $fillings.listen((now, before) => now.length !== before?.length && restyle()),
    ...[$surface, $guide, $look, $journeys, $current, $walked, $frame, $fillings, guest.$settings].map((store) =>
      store.listen(redraw),
    ),
    runtime.$announcement.listen((announcement) => announcement && announcer.announce(announcement.text)),
    watchHome((shown) => {
      settle();
      if (shown) overlaid(shown);
    }),
    watchEscape(overlay),
    watchShortcuts(runtime, shortcut),
    () => window.removeEventListener("pointerdown", pressed, true),
    () => back.watch(false),
    () => window.removeEventListener("resize", resized),
    () => dark.removeEventListener("change", restyle),
    () => release?.(),
    () => aside.stop(),
    () => focus.stop(),
    () => announcer.stop(),
    () => stage.stop(),
  ];
  return () => {
    for (const stop of stops.splice(0)) stop();
  };
}
