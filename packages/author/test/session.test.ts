import { expect, it } from "vitest";
import { isLocal } from "../src/collector/session.ts";

it("J2 only somebody's own machine is local: everywhere else the editor asks for an author key first", () => {
  for (const host of ["localhost", "app.localhost", "127.0.0.1", "127.8.4.2", "[::1]", ""])
    expect(isLocal(host)).toBe(true);
  for (const host of ["crm.example.com", "localhost.example.com", "127.0.0.1.example.com", "10.0.0.4", "mylocalhost"])
    expect(isLocal(host)).toBe(false);
});
