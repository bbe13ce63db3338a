import type { ReadableAtom } from "nanostores";
import type { Runtime, Surface } from "../runtime/runtime.ts";
import type { Frame } from "./layout.ts";

/** What every surface gets: the runtime, and what only the overlay knows. */
export interface Overlay {
  runtime: Runtime;
  $frame: ReadableAtom<Frame>;
  /** Opens what the launcher stands for, or closes it. */
  toggle(): void;
  /** Folds the panel to the pill; the pill opens this panel again. */
  fold(surface: Surface): void;
  /** Closes the open surface, as Esc does: a brief not answered yet is for later. */
  dismiss(): void;
}

/** Props of a surface. */
export interface SurfaceProps {
  overlay: Overlay;
}
