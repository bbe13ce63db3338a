import { counts } from "../counts.ts";
import type { ReportWords } from "../en.ts";

const { n, count } = counts("ar-u-nu-latn");
/** A name in other letters must not turn the sentence around it. */
const name = (text: string): string => `\u2068${text}\u2069`;

export const report: ReportWords = {
  csv: "CSV",
  csvOf: (table) => `${table} بصيغة CSV`,
  compare: {
    shown: "المعروض",
    with: "بجانبه",
    nothing: "لا شيء",
    period: (span, version) => `${span}، الإصدار ${n(version)}`,
    sentence: (period) =>
      `المفرّغ أسفله: الحال بعد ${period}. من احتُسب حينها يُحتسب الآن أيضًا؛ والفرق ليس دليلًا على سببه.`,
    was: (text) => `كان ${text}`,
    hidden: "كان أقل من أن يُعرض",
    absent: "لم تكن فيه",
  },
  home: {
    name: "الرئيسية",
    nothing: "لا يمكن قول شيء بعد",
    of: (journey, role) => `${name(journey)}، ${name(role)}`,
    finding: (place, finding) => `${place}: ${finding}`,
    also: "كل المسارات، أضيقها موضعًا أولًا",
    choice: "ما يمكن فعله",
    look: (step) => `انظر إلى «${name(step)}» مع أرقامها`,
    lookWhole: "انظر إلى الصورة كاملة",
    hear: (open) =>
      open === 0
        ? "اقرأ ما يُبلَّغ أنه صعب"
        : `أجب عن ${count(open, { one: "موضع واحد مُبلَّغ عنه", two: "موضعين مُبلَّغ عنهما", few: "# مواضع مُبلَّغ عنها", many: "# موضعًا مُبلَّغًا عنه", other: "# موضع مُبلَّغ عنه" })}`,
    hearNote: (places) =>
      places === 0
        ? "لم يُنشر شيء بعد: يظهر الموضع حين يذكره خمسة أشخاص."
        : `نُشر ${count(places, { one: "موضع واحد", two: "موضعان", few: "# مواضع", many: "# موضعًا", other: "# موضع" })}.`,
    meet: "خذ صفحة واحدة إلى الاجتماع",
    meetNote: "A4، بمربعات للتأشير وسطر للتوقيع.",
    lookNote: (stays) =>
      `يبقى هناك ${count(stays, { one: "شخص واحد", two: "شخصان", few: "# أشخاص", many: "# شخصًا", other: "# شخص" })}: اطوِ حقولها، أو درّب عليها، أو امنحها وقتًا أطول.`,
    lookWholeNote: "كل خطوة مع مجالها وما كان مخططًا.",
  },
  paper: {
    open: "صفحة للطباعة",
    name: "صفحة للاجتماع",
    print: "طباعة",
    back: "عودة إلى الصورة",
    step: "الخطوة",
    time: "الوقت، الوسيط",
    planned: "المخطط",
    change: "تغيير؟",
    decide: "ما نقرره",
    options: [
      "نغيّر الخطوة المعلَّمة ثم ننظر ثانية بعد الأسابيع الأربعة القادمة",
      "نؤجل الموعد ونخبر أصحاب الدور",
      "ندرّب على الخطوة المعلَّمة ساعتين",
      "نتركها كما هي، لأن",
    ],
    who: "من",
    when: "حتى متى",
    signed: "التوقيع",
    reported: (places, open) =>
      places === 0 ? "لم يُنشر بعد شيء مما أُبلغ عنه." : `مواضع أُبلغ أنها صعبة: ${n(places)}، منها ${n(open)} بلا جواب.`,
    reading:
      "الصندوق: مجال 90٪، من بين كثير يُحسب هكذا تحوي تسعة من كل عشرة القيمة الحقيقية. النقطة: القيمة. المثلث: المخطط. n: عدد المحسوبين.",
    frozen: (day) => `ثُبّتت في ${day}.`,
  },
};
