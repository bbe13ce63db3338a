/** `true` exactly when two types are mutually identical; used to hold a documented interface against its schema. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
