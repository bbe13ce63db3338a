import { pxIn } from "../anchoring/lay.ts";
import type { Stop } from "../ports/platform.ts";
import { changeSettings } from "../runtime/keep-settings.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { follow } from "./gesture.ts";
import { pillMargin } from "./layout.ts";
import type { Mounted } from "./mount.ts";

/** A sheet pulled down so far is let go, px. */
const farDown = 64;

/** Lets what can be moved be moved, in every piece that comes. */
export function watchGestures({ onShow, phone, overlay }: Mounted): Stop {
  onShow(({ spot }, root) => {
    if (spot === "pill") dragLauncher(root, overlay.runtime, phone);
    else if (spot !== "anchored") pullSheet(root, phone, overlay.dismiss);
  });
  return () => onShow(() => undefined);
}

/** Lets the launcher be dragged along the bottom edge. Where it is dropped is kept on the device. */
function dragLauncher(root: ShadowRoot, { guest, $look }: Runtime, phone: () => boolean): void {
  follow(root, {
    grip: ".pill",
    moved: ({ x }, pill) => {
      pill.style.translate = pxIn(pill)(x);
    },
    dropped: (_, pill) => {
      const { left, right } = pill.getBoundingClientRect();
      pill.style.translate = "";
      const rest = document.documentElement.clientWidth - right;
      const side = left < rest === ($look.get().dir === "ltr") ? "start" : "end";
      const shift = Math.max(0, Math.round(Math.min(left, rest)) - pillMargin(phone()));
      changeSettings(guest, { launcher: { side, shift } }).catch(() => guest.fail("storage"));
    },
  });
}

/** Lets a sheet at the bottom of a phone be pulled down and away. */
function pullSheet(root: ShadowRoot, phone: () => boolean, dismiss: () => void): void {
  const sheetOf = (part: HTMLElement): HTMLElement | null => part.closest(".sheet");
  follow(root, {
    grip: ".sheet > :is(.grab, .head)",
    moved: ({ y }, part) => {
      const sheet = phone() ? sheetOf(part) : null;
      if (sheet) sheet.style.translate = `0 ${pxIn(sheet)(Math.max(0, y))}`;
    },
    dropped: ({ y }, part) => {
      const sheet = sheetOf(part);
      if (sheet && phone() && y > farDown) dismiss();
      else if (sheet) sheet.style.translate = "";
    },
  });
}
