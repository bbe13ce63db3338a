import type { ReadableAtom } from "nanostores";
import type { ComponentType } from "../draw/draw.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { Surface } from "../runtime/surface.ts";
import type { Frame } from "./layout.ts";
import type { Words } from "./say.ts";

/** What every surface gets: the runtime, and what only the overlay knows. */
export interface Overlay {
  runtime: Runtime;
  $frame: ReadableAtom<Frame>;
  /** Opens what the launcher stands for, or closes it. */
  toggle(): void;
  /** The launcher is about to be pressed: what it would open may be fetched. */
  expect(): void;
  /** Folds the panel to the pill; the pill opens this panel again. */
  fold(surface: Surface): void;
  /** Closes the open surface, as Esc does: a brief not answered yet is for later. */
  dismiss(): void;
}

/** Props of a surface. */
export interface SurfaceProps {
  overlay: Overlay;
}

/** A surface that loads when it is opened: what it draws, what it wears over the base sheet, and its English words. */
export interface Room {
  view: ComponentType<SurfaceProps>;
  css: string;
  words: Words;
}
