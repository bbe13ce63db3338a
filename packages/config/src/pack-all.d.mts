/** A public package as it was packed. */
export interface Packed {
  name: string;
  version: string;
  /** The tarball. */
  file: string;
  /** How many entries have code. */
  entries: number;
  esmOnly: boolean;
  notModules: string[];
}

export function packAll(root: string, out: string): Packed[];
