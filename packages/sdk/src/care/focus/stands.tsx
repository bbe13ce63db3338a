import { createWardrobe } from "../../overlay/style/sheet.ts";
import type { Stop } from "../../ports/platform.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { FocusBar, FoldedLine } from "./bar.tsx";
import type { FormState } from "./form-view.ts";
import { createKeptNotes } from "./kept-notes.tsx";
import { besideForm, makeRoom } from "./room-for-bar.ts";
import { ariaKeys, focusKeys, keyOf } from "./shortcut.ts";
import { createStand, hasCome, type Place } from "./stand.ts";
import { focusCss } from "./style.ts";

/** How the view of a form stands: chosen, folding now, on its way to paper. */
export interface Folding {
  on: boolean;
  folds: boolean;
  printing: boolean;
}

/** What the focus view shows of its own over a form: the bar, the line "12 more fields", the notes at kept fields. */
export interface FocusStands {
  draw(state: FormState, folding: Folding): void;
  hide(): void;
  /** Goes under what the host, the guide or a surface of ours lays there; `false`: one of ours is still on its way. */
  look(): boolean;
  /** Of the ring around a needed field: the bar's accent. */
  colour(): string;
  stop: Stop;
}

export function createFocusStands(
  guest: Guest,
  runtime: Runtime,
  form: HTMLElement,
  { toggle, openUp }: { toggle(): void; openUp(): void },
): FocusStands {
  const wardrobe = createWardrobe(runtime.nonce);
  const bar = createStand("waymark-focus", runtime, wardrobe, focusCss);
  const line = createStand("waymark-focus-more", runtime, wardrobe, focusCss);
  const notes = createKeptNotes(runtime, wardrobe);
  let giveRoom: Stop | null = null;
  let beside: Place | null = null;

  const hide = (): void => {
    bar.hide();
    line.hide();
    notes.draw(null);
  };
  const hangBar = (state: FormState, { on, printing }: Folding): void => {
    giveRoom?.();
    giveRoom = null;
    if (on && !printing) {
      const room = makeRoom(form, state);
      giveRoom = room.give;
      bar.hang(form, room.place);
      return;
    }
    const size = (): { width: number; height: number } =>
      bar.element.shadowRoot?.querySelector(".bar")?.getBoundingClientRect() ?? { width: 0, height: 0 };
    const hang = (): void => {
      beside = besideForm(form, state, size(), runtime.$look.get().dir, beside);
      bar.hang(form, beside);
    };
    // How large it is, is known once it hangs.
    if (size().width === 0) hang();
    hang();
  };
  const look = (): boolean => {
    const guided = runtime.$guide.get()?.status === "found";
    for (const stand of [bar, line, ...notes.stands]) {
      stand.look();
      if (guided) stand.element.toggleAttribute("data-under", true);
    }
    return hasCome(runtime.$surface.get().name);
  };

  return {
    draw: (state, folding) => {
      const { on } = folding;
      const lit = state.fates.filter((fate) => fate === "lit").length;
      const [total, folded] = [state.fields.length, state.folded.length];
      // All that is there is needed: nothing to offer.
      if (!on && lit === total) return hide();
      const keys = focusKeys(guest);
      const face = { on, lit, total, folded, key: keyOf(guest), aria: keys === "" ? null : ariaKeys(keys) };
      bar.draw(<FocusBar runtime={runtime} face={face} toggle={toggle} />);
      hangBar(state, folding);
      if (state.place) {
        line.draw(<FoldedLine runtime={runtime} folded={folded} open={openUp} />);
        line.hang(state.place, { top: 0, left: 0, right: 0 });
      } else line.hide();
      notes.draw(folding.folds ? state : null);
      look();
    },
    hide,
    look,
    colour: () => {
      const track = bar.element.shadowRoot?.querySelector(".track");
      const given = track ? getComputedStyle(track).backgroundColor : "";
      return given || "Highlight";
    },
    stop: () => {
      giveRoom?.();
      bar.stop();
      line.stop();
      notes.stop();
    },
  };
}
