import { counts } from "../../words/counts.ts";
import type { ExperimentWords } from "./words.ts";

const { n, count } = counts("ar");
const points = (value: number): string =>
  count(value, { one: "نقطة واحدة", two: "نقطتان", few: "# نقاط", other: "# نقطة" });

export const words: ExperimentWords = {
  name: "التجارب",
  sentence: "ما يفعله المسار: أشخاص عُرض عليهم إلى جانب أشخاص لم تُظهر لهم القرعة شيئًا منه.",
  finding: {
    helps: (value) =>
      count(value, { one: "مسار واحد يفيد", two: "مساران يفيدان", few: "# مسارات تفيد", other: "# مسارًا يفيد" }),
    harms: (value) => count(value, { one: "واحد يعيق", two: "اثنان يعيقان", few: "# تعيق", other: "# يعيق" }),
    notShown: (value) =>
      count(value, {
        one: "واحد لا يُظهر فرقًا حتى الآن",
        two: "اثنان لا يُظهران فرقًا حتى الآن",
        few: "# لا تُظهر فرقًا حتى الآن",
        other: "# لا يُظهر فرقًا حتى الآن",
      }),
    all: (parts) => parts.join("، "),
    tooFew: "عدد الأشخاص أقل من أن يُقال شيء",
    none: "لا يُحجب أي مسار عن أحد",
    notYet: "الوقت مبكر: لم تُغلق أي فترة أسابيع بعد",
    partOnly: "التجارب تخص المشروع كله",
    unverified: "الأشخاص في هذا المشروع غير موثّقين لدى Waymark",
  },
  how: 'أعطِ المسار حدث قيمة و"holdout": 0.1 ثم انشره: شخص من كل عشرة، بالقرعة، لا يُعرض عليه شيء منه.',
  simulated: "محاكاة: الأشخاص وراء هذه الأرقام مختلَقون لتجربة الصورة.",
  about: (version, holdout, event, weeks) =>
    `الإصدار ${n(version)}؛ لا يُعرض شيء على ${n(holdout)} من كل 100 شخص. يُحسب من بلغ ${event} خلال ${n(weeks)} أسابيع.`,
  says: {
    helps: (value, low, high) =>
      `إنه يفيد: يبلغه أكثر بمقدار ${points(value)} من كل 100 شخص، و${n(low)} على الأقل (المجال من ${n(low)} إلى ${n(high)}).`,
    harms: (value, low, high) =>
      `إنه يعيق: يبلغه أقل بمقدار ${points(-value)} من كل 100 شخص (المجال من ${n(low)} إلى ${n(high)}).`,
    not_shown: (value, low, high) =>
      `لا يظهر فرق حتى الآن: ${points(value)}، لكن كل ما بين ${n(low)} و${n(high)} ممكن.`,
    too_few: "الأشخاص قليلون حتى الآن. يُعرض حين يبلغ القيمة خمسة من كل فئة ولا يبلغها خمسة.",
    uneven: "لا يُقال شيء: حجم الفئتين ليس كما ذُكر، فقد فرّق بينهما شيء غير القرعة.",
  },
  detectable: (value) => `هذا العدد من الأشخاص يُظهر فرقًا بدءًا من ${points(value)} في أربع مرات من خمس.`,
  detectableNone: "هذا العدد القليل لا يُظهر أي فرق مهما كبر.",
  arm: (name, value, low, high, people) =>
    `${name}: ${n(value)} من 100، المجال من ${n(low)} إلى ${n(high)}، ${n(people)} شخصًا أو أكثر`,
  shown: "عُرض عليهم المسار",
  held: "لم يُعرض عليهم شيء",
  difference: "الفرق",
  columns: { arm: "الأشخاص", value: "بلغوه من كل 100", interval: "مجال 90٪", people: "العدد" },
  interval: (low, high) => `من ${n(low)} إلى ${n(high)}`,
  orMore: (value) => `${n(value)} أو أكثر`,
  looking:
    "يمكنك أن تنظر عند كل فترة وتتوقف متى شئت: هذه المجالات لا تُخطئ الحقيقة إلا في تجربة من عشر على الأكثر، في كل النظرات معًا. ولهذا فهي أعرض بنحو الضعف.",
};
