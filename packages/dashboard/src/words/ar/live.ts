import { counts } from "../counts.ts";
import type { LiveWords } from "../en.ts";

const { n, count } = counts("ar-u-nu-latn");
const events = (value: number): string =>
  count(value, { zero: "# حدث", one: "حدث واحد", two: "حدثان", few: "# أحداث", many: "# حدثًا", other: "# حدث" });

export const live: LiveWords = {
  live: {
    arriving: "الأحداث تصل",
    quietFor: (span) => `لم يصل شيء منذ ${span}`,
    turnedAway: (value) => `رُفض ${events(value)}`,
    nothing: "لم يصل شيء بعد",
    nobody: "لا يُعرض هنا دور ولا خطوة ولا شخص.",
    doThis: "ضع هذا الوسم في صفحة من تطبيقك ثم افتحها. يصل أول حدث خلال ثوانٍ.",
    keyHint: "ضع مفتاح الكتابة لمشروعك مكان pk_... لا يقبل المُجمِّع الأحداث إلا من المصادر التي سمحت بها.",
    received: "الواصلة",
    rejected: "المرفوضة",
    duplicates: "المكررة",
    dropped: "تُركت على الأجهزة",
    simulated: "محاكاة",
    simulatedOf: (value, of) => `${n(value)} من ${n(of)}`,
    last: "آخرها",
    never: "أبدًا",
    minutes: "الأحداث في الدقيقة، آخر 30 دقيقة",
    minutesSentence: (total, most, empty) =>
      `آخر 30 دقيقة: ${events(total)}، وأكثرها ${n(most)} في دقيقة واحدة، و${count(empty, { zero: "لا دقيقة", one: "دقيقة واحدة", two: "دقيقتان", few: "# دقائق", many: "# دقيقة", other: "# دقيقة" })} بلا أحداث.`,
    minutesFrom: "قبل 30 دقيقة",
    minutesTo: "الآن",
    byType: "حسب النوع",
    type: "النوع",
    count: "العدد",
    rejects: "آخر المرفوضات",
    noRejects: "لا شيء. قُبل كل ما وصل.",
    at: "الوقت",
    message: "الخلل",
    lost: "انقطع الاتصال. الأرقام أدناه من قبل؛ تجري إعادة المحاولة.",
    announce: (received, rejected) => `وصل ${events(received)}، ورُفض ${n(rejected)}.`,
  },
};
