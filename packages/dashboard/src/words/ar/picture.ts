import { counts } from "../counts.ts";
import type { PictureWords } from "../en.ts";

const { n, count } = counts("ar-u-nu-latn");
const people = (value: number): string =>
  count(value, { zero: "# شخص", one: "شخص واحد", two: "شخصان", few: "# أشخاص", many: "# شخصًا", other: "# شخص" });
/** A name in other letters must not turn the sentence around it. */
const name = (text: string): string => `\u2068${text}\u2069`;

export const picture: PictureWords = {
  switches: { journey: "المسار", role: "الدور" },
  version: (title, version) => (version === null ? name(title) : `${name(title)}، الإصدار ${n(version)}`),
  simulated: "محاكاة",
  simulatedSentence: "محاكاة: الأشخاص وراء هذه الأرقام مختلقون لتجربة الصورة.",
  unverifiedSentence: "الأشخاص هنا غير موثّقين: المشروع لا يوقّع رموزهم.",
  finding: {
    everyone: "الجميع يعبرون",
    most: "معظم الأشخاص يعبرون",
    half: "نصف الأشخاص يعبرون",
    fewer: "أقل من النصف يعبرون",
    some: "بعض الأشخاص يعبرون",
    hiddenEnd: "من يصلون إلى النهاية أقل من أن يُعرضوا",
    narrowest: (title) => `أضيق موضع هو «${name(title)}»`,
    slowest: (title) => `«${name(title)}» تستغرق أطول من المخطط`,
    noneStandsOut: "لا خطوة تبرز",
    tooFew: (role) => `عدد أقل من أن يُعرض: ${name(role)}`,
    tooFewYet: "العدد أقل من أن يُعرض حتى الآن.",
    firstOn: (day) => `قد يظهر أول رقم في ${day}.`,
    unverified: "لا يُعرض أي رقم: الأشخاص غير موثّقين",
    noSteps: "ليس لهذا المسار خطوات",
  },
  evidence: {
    group: (role, count) => (count === null ? `${name(role)}.` : `${name(role)}، ${people(count)}.`),
    weeks: (span) => `الأسابيع المغلقة: ${span}.`,
    next: (day) => `الأرقام التالية: ${day}.`,
    slow: (title, time, interval, planned) => `«${name(title)}» تستغرق ${time} (${interval})، والمخطط ${planned}.`,
  },
  trail: {
    start: people,
    startNote: "في الدور",
    startHidden: "أقل من",
    startHiddenNote: "أن يُعرض",
    startUnverified: "أشخاص",
    startUnverifiedNote: "غير موثّقين",
    through: (value) => `عبر ${n(value)}`,
    throughAtLeast: (value) => `عبر ${n(value)} أو أكثر`,
    hidden: "أقل من أن يُعرض",
    unverified: "غير موثّقين",
    stays: (value) => `بقي هنا ${n(value)}`,
    sentence: (group, parts) => `حركة ${group} عبر المحطات: ${parts}.`,
    at: (text, station) => `${text} المحطة ${n(station)}`,
    hiddenAt: (reason, station) => `${reason} عند المحطة ${n(station)}`,
    notYetAt: (station) => `لا شيء بعد عند المحطة ${n(station)}`,
  },
  through: {
    name: "عبروا",
    note: "ممن وصلوا",
    value: (value, of) => `${n(value)} من ${n(of)}`,
    atLeast: (value) => `${n(value)} أو أكثر`,
    of: (of) => `من ${n(of)}`,
    plot: (value, of, interval) => `${n(value)} من ${n(of)} أشخاص، ${interval}`,
    plotAtLeast: (value, of) => `بين ${n(value)} و${n(of)} أشخاص، دون رقم دقيق`,
    meaning: "كم شخصًا يتجاوز هذه الخطوة حين يقف أمامها.",
    formula:
      "من أنهوا الخطوة مرة واحدة على الأقل، مقسومين على من عبروا الخطوة السابقة. الخطوة الأولى تُقسم على كل من في الدور.",
    interval:
      "90٪ لكل شخص: من بين مجالات كثيرة تُحسب هكذا تحوي تسعة من كل عشرة النسبة الحقيقية. المقياس من 0 إلى 100 في كل خانة.",
    n: "الرقم الثاني في كل خانة: 14 من 21 يعني أن n تساوي 21.",
  },
  time: {
    name: "الوقت في الخطوة",
    range: (unit, max) => `${unit}، من ${n(0)} إلى ${max}`,
    noRange: "من البداية إلى النهاية",
    n: (interval, value) => `${interval}، \u2066n ${value === null ? "12+" : n(value)}\u2069`,
    noInterval: `لا مجال تحت ${n(12)} شخصًا`,
    plot: (value, interval) => `الوسيط ${value}، ${interval}`,
    planned: (value) => `المخطط ${value}`,
    meaning: "المدة من بدء الخطوة إلى إنهائها.",
    formula: "الوسيط: النصف أسرع والنصف أبطأ. يُحتسب كل شخص مرة واحدة بوسيطه الخاص.",
    interval: "90٪ من ترتيب الأوقات. يلزم 12 شخصًا؛ والطرف غير المعروف يبقى مفتوحًا.",
    n_: "عدد الأشخاص وراء الوسيط مكتوب بجانبه بالرمز n. وحيث قد يكشف العدد الدقيق أحدًا يُكتب 12+، ودونه لا يُعرض وسيط.",
    plan: "الدقائق التي كتبها مؤلف المسار لهذه الخطوة.",
  },
  card: {
    counted: "المحسوب",
    interval: "المجال",
    n: "الأشخاص، n",
    window: "الفترة",
    noWindow: "لم تُغلق أي أسابيع بعد.",
    plan: "المخطط",
    leftOut: "المستبعد",
    leftOutText: "المجموعات الأقل من 10 أشخاص، والأعداد الأقل من 5، وما وصل بعد إغلاق الأسابيع.",
    close: "إغلاق",
    opens: (text) => `معنى «${text}»`,
  },
  faces: {
    tooFew: "أقل من أن يُعرض",
    notYet: "ليس بعد",
    notYetOn: (day) => `أقرب موعد ${day}`,
    unverified: "أشخاص غير موثّقين",
  },
  legend: {
    interval: "نسبة أو وسيط مع مجال 90٪",
    plan: "المخطط",
    hatch: "غير معروض، أو غير معروض بدقة",
    ring: "حيث يبقى أكثر الأشخاص",
    later: "ليس بعد",
  },
  closed: {
    title: "الأسابيع المغلقة",
    none: "لم تُغلق أي أسابيع بعد.",
    frozen: (day) => `ثُبّتت في ${day}`,
    sentence: "لا تتحرك الأرقام إلا عند إغلاق مجموعة من الأسابيع، ولا تتغير بعد ذلك أبدًا.",
  },
  limits:
    "لا تُعرض أبدًا المجموعات الأقل من 10 أشخاص ولا الأعداد الأقل من 5. عرض الشريط هو عدد من أنهوا الخطوة مرة واحدة على الأقل.",
};
