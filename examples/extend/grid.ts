import type { Grid } from "./plugins/grid.ts";

/** A small grid of nameless cells, drawn into an element: the host's own component. */
export function createGrid(root: Element, columns: number, rows: number): Grid & { choose(ref: string | null): void } {
  const cells = new Map<string, HTMLElement>();
  const heard = new Set<() => void>();
  let chosen: string | null = null;
  const choose = (ref: string | null): void => {
    cells.get(chosen ?? "")?.classList.remove("chosen");
    chosen = ref;
    cells.get(chosen ?? "")?.classList.add("chosen");
    for (const call of heard) call();
  };
  for (let row = 1; row <= rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const cell = document.createElement("i");
      const ref = String.fromCharCode(65 + column) + row;
      cell.addEventListener("click", () => choose(ref));
      cells.set(ref, cell);
      root.append(cell);
    }
  return {
    cellAt: (ref) => cells.get(ref) ?? null,
    chosen: () => chosen,
    onChoose: (call) => {
      heard.add(call);
      return () => heard.delete(call);
    },
    choose,
  };
}
