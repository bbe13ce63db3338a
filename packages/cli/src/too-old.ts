/** The first Node that has all that the commands use: `node:sqlite` without a flag, `globSync`. */
const least = 24;

/** What to say where Node is too old to run a command, else `null`. */
export function tooOld(version: string): string | null {
  if (Number.parseInt(version, 10) >= least) return null;
  return `waymark: this is Node ${version}, and ${least} or newer is needed.\n  next: install it from https://nodejs.org, or put "npx --yes -p node@${least}" before the command.`;
}
