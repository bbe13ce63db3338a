import type { AuthProvider } from "react-admin";
import { connect, disconnect } from "../analytics.ts";
import type { Person } from "./people.ts";
import { findPerson, forgetPerson, getPerson, rememberPerson } from "./session.ts";

/** Signing in is choosing one of the three people. */
export const authProvider: AuthProvider = {
  async login(person: Person) {
    rememberPerson(person);
    void connect(person);
  },
  async logout() {
    if (findPerson()) disconnect();
    forgetPerson();
  },
  async checkAuth() {
    if (findPerson()) return;
    // Refusing at once makes react-admin's redirect and its cleared cache chase each other for ever (see its useLogout).
    await new Promise((resolve) => setTimeout(resolve, 100));
    throw new Error("Please sign in");
  },
  async checkError() {
    return undefined;
  },
  async getIdentity() {
    const { id, name } = getPerson();
    return { id, fullName: name };
  },
  async getPermissions() {
    return findPerson()?.role ?? null;
  },
};
