import type { Guest } from "../runtime/guest.ts";

/** The person's signed token, asked for anew each time where the host gives a function. */
export async function tokenOf(guest: Guest): Promise<string | undefined> {
  const { token } = guest.$person.get();
  return typeof token === "function" ? token() : token;
}
