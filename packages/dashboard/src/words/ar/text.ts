import { counts } from "../counts.ts";
import type { TextWords } from "../en.ts";

const { n, count } = counts("ar-u-nu-latn");
const forms = { one: "شخص واحد", two: "شخصان", few: "# أشخاص", many: "# شخصًا", other: "# شخص" };

export const text: TextWords = {
  people: (value) => count(value, forms),
  number: n,
  percent: (text) => `${text}٪`,
  range: (low, high) => `${low} إلى ${high}`,
  openRange: (low) => `${low} أو أكثر`,
  interval90: (text) => `مجال 90٪: ${text}`,
  units: { second: "ث", minute: "د", hour: "س", day: "يوم" },
  unitNames: { second: "ثوانٍ", minute: "دقائق", hour: "ساعات", day: "أيام" },
  justNow: "الآن",
  ago: (span) => `قبل ${span}`,
  spans: {
    second: (value) => count(value, { one: "ثانية", two: "ثانيتين", few: "# ثوانٍ", many: "# ثانية", other: "# ثانية" }),
    minute: (value) =>
      count(value, { one: "دقيقة", two: "دقيقتين", few: "# دقائق", many: "# دقيقة", other: "# دقيقة" }),
    hour: (value) => count(value, { one: "ساعة", two: "ساعتين", few: "# ساعات", many: "# ساعة", other: "# ساعة" }),
    day: (value) => count(value, { one: "يوم", two: "يومين", few: "# أيام", many: "# يومًا", other: "# يوم" }),
  },
};
