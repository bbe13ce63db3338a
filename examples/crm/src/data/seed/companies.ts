import type { Company } from "../records.ts";

type Row = [name: string, industry: string, city: string, country: string, employees: number, ownerId: string];

const rows: Row[] = [
  ["Nordwind Logistics", "Logistics", "Hamburg", "Germany", 420, "u-mara"],
  ["Brightwater Foods", "Food production", "Utrecht", "Netherlands", 260, "u-mara"],
  ["Kessler Maschinenbau", "Manufacturing", "Stuttgart", "Germany", 1_150, "u-tomas"],
  ["Alpina Outdoor", "Retail", "Innsbruck", "Austria", 180, "u-aylin"],
  ["Lumen Clinics", "Health care", "Copenhagen", "Denmark", 640, "u-mara"],
  ["Orchard & Vale", "Wholesale", "Bristol", "United Kingdom", 95, "u-aylin"],
  ["Solaris Energie", "Energy", "Leipzig", "Germany", 310, "u-tomas"],
  ["Ferro Rail", "Transport", "Milan", "Italy", 2_300, "u-mara"],
];

export const companies: Company[] = rows.map(([name, industry, city, country, employees, ownerId], index) => ({
  id: index + 1,
  name,
  industry,
  city,
  country,
  employees,
  website: `www.${name.toLowerCase().replace(/[^a-z]+/g, "-")}.example`,
  ownerId,
}));
