import { counts } from "../counts.ts";
import type { TextWords } from "../en.ts";

const { n } = counts("ja-JP");

export const text: TextWords = {
  people: (value) => `${n(value)}人`,
  number: n,
  percent: (text) => `${text}%`,
  range: (low, high) => `${low}～${high}`,
  openRange: (low) => `${low}以上`,
  interval90: (text) => `90%区間 ${text}`,
  units: { second: "秒", minute: "分", hour: "時間", day: "日" },
  unitNames: { second: "秒", minute: "分", hour: "時間", day: "日" },
  justNow: "たった今",
  ago: (span) => `${span}前`,
  spans: {
    second: (value) => `${n(value)}秒`,
    minute: (value) => `${n(value)}分`,
    hour: (value) => `${n(value)}時間`,
    day: (value) => `${n(value)}日`,
  },
};
