import { listen } from "../ports/listen.ts";
import { createScope } from "../ports/scope.ts";
import type { GuideView, Runtime } from "../runtime/runtime.ts";
import type { Surface } from "../runtime/surface.ts";
import { surfaceOf } from "../targeting/tree.ts";
import { createAnnouncer } from "./announce.ts";
import { createAside, overlaps } from "./aside.ts";
import { createBackButton } from "./back-button.ts";
import type { Overlay } from "./context.ts";
import { watchEscape } from "./escape.ts";
import { createFocusKeeper } from "./focus.ts";
import { findHome, watchHome } from "./home.ts";
import { isOneWay } from "./launcher-face.ts";
import { type Frame, frameOf } from "./layout.ts";
import { type Piece, pieces } from "./pieces.ts";
import type * as GuideRoom from "./rooms/guide/room.tsx";
import { createStage } from "./stage.ts";
import { standsFor } from "./stands-for.ts";
import { textNeeds } from "./text-scale.ts";

/** What stands in the corner, one at a time. The guide's card is hung where it belongs. */
const inCorner = ({ spot }: Piece): boolean => spot === "corner";

/** A host that keeps showing something over us has the last word after so many times. */
const mostLifts = 100;

/** Called with every piece that comes to the page, and its root. */
type Seen = (piece: Piece, root: ShadowRoot) => void;

/** The overlay on the page, as those see it who come after it. */
export interface Mounted {
  /** Opens the menu or My map by the keyboard, or closes what it has opened. */
  shortcut(act: "launcher" | "map"): void;
  /** Tells of all pieces on the page, and of those to come. */
  onShow(seen: Seen): void;
  /** Takes in what a guide is drawn with, before it starts. */
  furnish(room: typeof GuideRoom): void;
  phone(): boolean;
  /** What may be on the page; who adds to it changes what is open, or waits for that. */
  readonly pieces: Piece[];
  readonly overlay: Overlay;
  /** Takes every node, listener, observer and timer away. */
  stop(): void;
}

/**
 * Draws the overlay of one runtime into the page: launcher, panel, brief and guide, each a custom element above the page.
 */
export function mount(runtime: Runtime): Mounted {
  const $frame = runtime.guest.platform.atom<Frame>(frameOf(document.documentElement.clientWidth));
  let folded: Surface | null = null;
  let lists: Promise<void> | undefined;
  let guideRoom: typeof GuideRoom | undefined;
  const all = [...pieces];
  let release: (() => void) | null | undefined;

  const overlay: Overlay = {
    runtime,
    $frame,
    toggle: () => {
      if (runtime.$guide.get()) runtime.stopGuide();
      else if (aside.wanted()) aside.insist();
      else if (runtime.$surface.get().name !== "closed") runtime.close();
      else {
        const { name, ...of } = standsFor(runtime, folded);
        runtime.open(name, of);
      }
    },
    expect: () => {
      const opens = standsFor(runtime, folded);
      if (opens.name === "launcher" || !runtime.$journeys.get().every(isOneWay)) fetchLists();
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
  /** Menu and list of records stand inside our surfaces, and come when one of them is about to be seen. */
  const fetchLists = (): Promise<void> => {
    lists ??= import("./rooms/lists/room.tsx").then(
      ({ fillLists }) => fillLists(overlay),
      () => {
        lists = undefined;
        runtime.guest.fail("chunk");
        if (runtime.$surface.get().name === "launcher") runtime.close();
      },
    );
    return lists;
  };
  const target = (): Element | null => runtime.$guide.get()?.element ?? null;
  const settle = (): void => stage.move(findHome(target()));
  const phone = (): boolean => $frame.get().phone;
  let keyed = false;
  let seen: Seen = () => undefined;
  let awaited: HTMLElement | null = null;
  const stage = createStage(overlay, findHome(target()), settle, (element) => {
    if (element === awaited) focus.enter(element, true);
  });
  let place: DOMRectReadOnly | null = null;
  let wasAway = false;
  const aside = createAside(
    () => {
      const element = all
        .map((piece) => (inCorner(piece) ? stage.find(piece.name) : null))
        .find((each) => each !== null);
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
    const gone = all.filter((piece) => stage.find(piece.name) && !piece.shown(surface, guide, away));
    const come = all.filter((piece) => !stage.find(piece.name) && piece.shown(surface, guide, away));
    const held = gone.some(({ name }) => {
      const element = stage.find(name);
      return element !== null && focus.holds(element);
    });
    for (const { name } of gone) stage.hide(name);
    for (const piece of come) {
      const { shadowRoot } = stage.show(piece);
      if (shadowRoot) seen(piece, shadowRoot);
    }
    const launcher = stage.find("waymark-launcher");
    const cornered = guide
      ? guide.status !== "found" || $frame.get().phone
      : !away && surface.name !== "closed" && surface.name !== "launcher";
    launcher?.toggleAttribute("data-away", cornered);
    const opened = come.findLast((piece) => piece.spot === "middle" || inCorner(piece));
    const element = opened ? stage.find(opened.name) : null;
    // A surface that comes back by itself must not take the focus the dialog has just given back.
    if (element && !returning)
      awaited = focus.enter(element, keyed || held || opened?.spot === "middle") ? element : null;
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
    release = guideRoom?.attach({
      again,
      target: guide.element,
      of: guide,
      guest: runtime.guest,
      find: runtime.find,
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
    if ((fills || by.contains(target())) && lifts++ < mostLifts) stage.lift(all.map(({ name }) => name));
  };

  let last: GuideView | null = null;
  const guided = (guide: GuideView | null): void => {
    // Two changes in one breath are told twice, each time as the newer one: what was drawn last is ours to remember.
    const before = last;
    last = guide;
    // Shown where it hangs, it need not be shown a second time.
    if (!stage.find("waymark-coach")) stage.aim(guide?.element ?? null);
    sync();
    // The same stop with another element, as in a page that renders itself anew, is no news.
    const news = before?.status !== "found" || before.index !== guide?.index || before.step !== guide.step;
    if (guide?.status === "found" && news) tell(guide);
    if (guide?.status === "lost") announcer.announce(runtime.say("coach.lost"));
    if (news || guide?.element !== before?.element || guide?.status !== before.status) point(guide);
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
    if (act !== "launcher" || !launcher || runtime.$surface.get().name !== act) return;
    // Drawn in a moment.
    fetchLists().then(() => setTimeout(() => runtime.$surface.get().name === act && focus.enter(launcher, true)));
  };
  /** A press elsewhere closes the menu, as menus do. */
  const pressed = (event: Event): void => {
    if (runtime.$surface.get().name === "launcher" && !surfaceOf(event)) runtime.close();
  };
  const restyle = (): void => point(runtime.$guide.get());
  const resized = (): void => {
    const next = frameOf(document.documentElement.clientWidth, textNeeds(stage.find("waymark-launcher")?.shadowRoot));
    if (next.width === $frame.get().width && next.coarse === $frame.get().coarse) return;
    $frame.set(next);
    restyle();
  };
  let stale = false;
  /** What changes in one go is drawn once. */
  const redraw = (): void => {
    const { name } = $surface.get();
    const current = $current.get();
    if (name === "launcher" || (name === "panel" && current && !isOneWay(current))) fetchLists();
    if (!stale)
      queueMicrotask(() => {
        stale = false;
        stage.redraw();
      });
    stale = true;
  };
  const { $surface, $guide, $look, $journeys, $current, $walked, $fillings, guest } = runtime;
  const scope = createScope();
  listen(scope, window, "resize", resized);
  listen(scope, window, "pointerdown", pressed, true);
  listen(scope, matchMedia("(prefers-color-scheme: dark)"), "change", stage.dress);

  guided(runtime.$guide.get());
  // How large text is wanted can only be seen from inside a tree of ours.
  resized();
  redraw();
  const stops = [
    $surface.listen(surfaced),
    $guide.listen(guided),
    // In another look all stays where it is, folded, scrolled and focused as it was, unless the page reads the other way.
    $look.listen((now, before) => (now.dir === before?.dir ? stage.dress : restyle)()),
    guest.$settings.listen(restyle),
    $fillings.listen((now, before) => now.length !== before?.length && stage.dress()),
    ...[$surface, $guide, $look, $journeys, $current, $walked, $frame, $fillings, guest.$settings].map((store) =>
      store.listen(redraw),
    ),
    runtime.$announcement.listen((announcement) => announcement && announcer.announce(announcement.text)),
    watchHome((shown) => {
      settle();
      if (shown) overlaid(shown);
    }),
    watchEscape(overlay),
    scope.stop,
    () => back.watch(false),
    () => release?.(),
    () => aside.stop(),
    () => focus.stop(),
    () => announcer.stop(),
    () => stage.stop(),
  ];
  return {
    shortcut,
    overlay,
    pieces: all,
    phone,
    onShow: (hear) => {
      seen = hear;
      for (const piece of all) {
        const root = stage.find(piece.name)?.shadowRoot;
        if (root) hear(piece, root);
      }
    },
    furnish: (room) => {
      guideRoom = room;
      all.push(...room.pieces);
      runtime.say.learn(room.words);
    },
    stop: () => {
      for (const stop of stops.splice(0)) stop();
    },
  };
}
