import { nameOf, type Person, people } from "./people.ts";

const storageKey = "halden-crm.person";

/** The person signed in on this browser, if any. */
export function findPerson(): Person | undefined {
  const stored = localStorage.getItem(storageKey);
  return stored ? (JSON.parse(stored) as Person) : undefined;
}

/** The person signed in; the pages behind the login rely on one. */
export function getPerson(): Person {
  const person = findPerson();
  if (!person) throw new Error("Nobody is signed in");
  return person;
}

export function rememberPerson(person: Person): void {
  localStorage.setItem(storageKey, JSON.stringify(person));
}

export function forgetPerson(): void {
  localStorage.removeItem(storageKey);
}

/** Reads `?as=sales-rep&user=u-nina` from the page's query string; replaces whoever was signed in. */
export function signInFromQuery(search: string): void {
  const query = new URLSearchParams(search);
  const person = people.find(({ role }) => role === query.get("as"));
  if (!person) return;
  const id = query.get("user") ?? person.id;
  rememberPerson(id === person.id ? person : { ...person, id, name: nameOf(id) });
}
