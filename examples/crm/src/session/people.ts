export type Role = "sales-rep" | "support-agent" | "sales-manager";

export interface Person {
  id: string;
  name: string;
  role: Role;
  title: string;
}

/** Who may sign in here. There is no password: the data never leave this browser. */
export const people: readonly Person[] = [
  { id: "u-mara", name: "Mara Lind", role: "sales-rep", title: "Sales representative" },
  { id: "u-jonas", name: "Jonas Weber", role: "support-agent", title: "Support agent" },
  { id: "u-ines", name: "Ines Maric", role: "sales-manager", title: "Sales manager" },
];

const colleagues: Record<string, string> = {
  "u-tomas": "Tomas Reuter",
  "u-aylin": "Aylin Kaya",
  "u-lea": "Lea Brandt",
};

/** People who own deals, the signed-in representative included. */
export const salesTeam: readonly string[] = ["u-mara", "u-tomas", "u-aylin"];

/** A name for any id: `u-mara` is "Mara Lind", an unknown `u-nina` is "Nina". */
export function nameOf(id: string | undefined): string {
  if (!id) return "Nobody yet";
  const known = people.find((person) => person.id === id)?.name ?? colleagues[id];
  const bare = id.replace(/^u-/, "");
  return known ?? bare.charAt(0).toUpperCase() + bare.slice(1);
}
