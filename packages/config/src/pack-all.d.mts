/** One packed package. */
export interface Packed {
  name: string;
  version: string;
  /** The tarball's path. */
  file: string;
  /** How many entries have types. */
  entries: number;
  esmOnly: boolean;
  /** Entries that are files to be served or read. */
  notModules: string[];
}

export function packAll(root: string, out: string): Packed[];
