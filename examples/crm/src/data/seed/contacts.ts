import type { Contact } from "../records.ts";
import { companies } from "./companies.ts";

type Row = [firstName: string, lastName: string, title: string, companyId: number, language: string];

const rows: Row[] = [
  ["Henrike", "Paulsen", "Head of warehouse", 1, "German"],
  ["Oskar", "Behrens", "IT manager", 1, "German"],
  ["Femke", "de Vries", "Operations director", 2, "Dutch"],
  ["Bram", "Hoekstra", "Purchasing", 2, "Dutch"],
  ["Gerd", "Kessler", "Managing director", 3, "German"],
  ["Silke", "Aumann", "Plant manager", 3, "German"],
  ["Dario", "Lenz", "Head of production IT", 3, "German"],
  ["Theresa", "Moser", "Supply chain lead", 4, "German"],
  ["Lukas", "Gruber", "Store operations", 4, "German"],
  ["Astrid", "Holm", "Chief operating officer", 5, "Danish"],
  ["Mikkel", "Krogh", "Head of procurement", 5, "Danish"],
  ["Signe", "Dahl", "Ward logistics", 5, "Danish"],
  ["Rosalind", "Vale", "Owner", 6, "English"],
  ["Peter", "Ashdown", "Depot manager", 6, "English"],
  ["Yasmin", "Fuchs", "Project lead", 7, "German"],
  ["Robert", "Zeidler", "Finance director", 7, "German"],
  ["Chiara", "Bonetti", "Fleet maintenance", 8, "Italian"],
  ["Marco", "Santini", "Head of purchasing", 8, "Italian"],
  ["Elena", "Ricci", "Digital programme", 8, "Italian"],
  ["Jan", "Smit", "Shift supervisor", 2, "Dutch"],
];

export const contacts: Contact[] = rows.map(([firstName, lastName, title, companyId, language], index) => ({
  id: index + 1,
  firstName,
  lastName,
  title,
  companyId,
  email: emailOf(firstName, lastName, companyId),
  phone: `+49 40 555 01${String(index + 10)}`,
  language,
}));

function emailOf(firstName: string, lastName: string, companyId: number): string {
  const domain = companies.find(({ id }) => id === companyId)?.website.replace("www.", "") ?? "mail.example";
  return `${firstName}.${lastName.replace(/\s/g, "")}@${domain}`.toLowerCase();
}
