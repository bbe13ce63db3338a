/** One awkward page of `examples/`. */
export interface PageCase {
  name: string;
  /** Another page of the folder than its `index.html`. */
  path?: string;
  /** The element that makes the awkward thing happen once the card is there. */
  act?: string;
  /** The target comes late: the tour must have been asked for before. */
  late?: boolean;
}

/** The hostile pages, as the issue names them. */
export const situations: readonly PageCase[] = [
  { name: "hostile-css" },
  { name: "top-bar" },
  { name: "modal-dialog" },
  { name: "popover-host" },
  { name: "body-transform" },
  { name: "body-zoom" },
  { name: "nested-scroll" },
  { name: "rtl" },
  { name: "strict-csp" },
  { name: "trusted-types" },
  { name: "in-iframe", path: "frames.html" },
  { name: "focus-trap" },
  { name: "late-target", late: true },
  { name: "replaced-target", act: "#redraw" },
  { name: "shadow-root" },
  { name: "layout-shift", act: "#shift" },
];
