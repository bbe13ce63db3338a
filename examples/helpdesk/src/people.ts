/** Who may sign in. A helpdesk of three has no passwords worth showing. */
export interface Person {
  id: string;
  name: string;
  role: "support-agent";
}

export const people: readonly Person[] = [
  { id: "u-jonas", name: "Jonas Weber", role: "support-agent" },
  { id: "u-priya", name: "Priya Nair", role: "support-agent" },
  { id: "u-tomas", name: "Tomas Okoro", role: "support-agent" },
];

export function findPerson(id: string | null): Person | undefined {
  return people.find((person) => person.id === id);
}
