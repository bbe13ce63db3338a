// A data grid that draws only the cells in view, and gives them neither names nor ids. What it knows of its cells becomes a
// target strategy, a condition and a mark.
import { definePlugin, type Plugin } from "@waymark/sdk/extend";

/** The grid, as its own programming interface has it. */
export interface Grid {
  /** The element of a cell, `B3`, while it is drawn. */
  cellAt(ref: string): Element | null;
  /** The cell that is chosen. */
  chosen(): string | null;
  /** Calls back when another one is; returns what ends that. */
  onChoose(call: () => void): () => void;
}

export const gridPlugin = (grid: Grid): Plugin =>
  definePlugin({
    name: "grid",
    // #region target
    targets: {
      // A journey says { "ref": "cell", "at": "B3" }.
      cell: (at = "") => {
        const element = /^[A-Z]+[0-9]+$/.test(at) ? grid.cellAt(at) : null;
        return element?.isConnected ? element : null;
      },
    },
    // #endregion target
    // #region condition
    conditions: {
      // A journey says { "custom": "cell-chosen" }. No change of the page shows it, so the condition tells of it itself.
      "cell-chosen": { holds: () => grid.chosen() !== null, watch: (changed) => grid.onChoose(changed) },
    },
    // #endregion condition
    // #region mark
    marks: {
      // An author writes "Press :cell[B3], then type."
      cell: "font-family: ui-monospace, monospace; font-weight: 600; letter-spacing: .02em",
    },
    // #endregion mark
  });
