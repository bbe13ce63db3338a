/** Figures as a table of docs/metrics.md, and how many of them are outside of their target. */
export interface Table {
  head: (title: string, names: readonly string[]) => void;
  /** `good`: whether the figure is within its target, or a word that says why it is let through. */
  row: (cells: readonly (string | number)[], good: boolean | string) => void;
  /** Prints the end and sets the exit code. */
  close: () => void;
}

export const percent = (share: number): string => (100 * share).toFixed(1);

/** An interval of percents. */
export const between = ([low, high]: readonly [number, number]): string => `${percent(low)} to ${percent(high)}`;

/** A table that is printed as it comes. */
export function openTable(): Table {
  let outside = 0;
  return {
    head(title, names) {
      console.log(`\n${title}\n\n| ${names.join(" | ")} |\n|${names.map(() => " --- |").join("")}`);
    },
    row(cells, good) {
      if (good === false) outside += 1;
      console.log(`| ${[...cells, typeof good === "string" ? good : good ? "yes" : "NO"].join(" | ")} |`);
    },
    close() {
      console.log(outside === 0 ? "\nall within" : `\n${outside} outside`);
      process.exitCode = outside === 0 ? 0 : 1;
    },
  };
}
