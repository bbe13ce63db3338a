import { counts } from "../../words/counts.ts";
import type { GapWords } from "./words.ts";

const { n, count } = counts("ar");
const points = (value: number): string =>
  count(value, { one: "نقطة واحدة", two: "نقطتين", few: "# نقاط", many: "# نقطة", other: "# نقطة" });
const steps = (value: number): string =>
  count(value, { one: "خطوة واحدة", two: "خطوتان", few: "# خطوات", many: "# خطوة", other: "# خطوة" });

export const words: GapWords = {
  name: "الفجوة",
  sentence:
    "كم شخصًا من كل 100 ينجز الخطوة بمفرده. التأخر يعني أن المجال كله يقع يسار الشريط الفاتح، أي الخطة زائد وناقص 10. وكلما استقام الخيط في الصف اتفق الظن والقياس والبلاغ.",
  finding: {
    behind: (value) => `${steps(value)} دون الخطة`,
    ahead: (value) => `${steps(value)} فوق الخطة`,
    onPlan: (value) => `${steps(value)} ضمن الخطة`,
    unclear: (value) => `${steps(value)} لا يمكن الحكم عليها بعد`,
    all: (parts) => parts.join("، "),
    noPlan: "لا شيء متوقع بعد",
    notYet: "من المبكر القول: لا يمكن عرض أي رقم بعد",
    estimateFirst: "تقديرك أولًا",
    noJourney: "لم يُنشر أي مسار بعد",
  },
  simulated: "محاكاة: الأشخاص وراء هذه الأرقام مُختلقون لتجربة الصورة.",
  order: { label: "الترتيب", journey: "حسب المسار", widest: "أوسع فجوة أولًا" },
  legend: {
    expected: "المتوقع، ±10",
    believed: "ما يظنه المديرون",
    reported: "ما يقوله المستخدمون (السهولة)",
    measured: "القدرة المقيسة، مجال 90٪",
  },
  columns: { step: "الخطوة", verdict: "الحكم", barrier: "العائق الأول", forecast: "التوقع" },
  goal: (share, day) => `الهدف ${n(share)} من 100 بحلول ${day}`,
  noGoal: "لا هدف بعد",
  weakest: (step) => `أضعف خطوة: ${step}`,
  verdicts: {
    behind: (value) => `أقل بمقدار ${points(value)}`,
    ahead: (value) => `أعلى بمقدار ${points(value)}`,
    behindUnknown: "دون الخطة",
    aheadUnknown: "فوق الخطة",
    on_plan: "لا فجوة واضحة",
    unclear: "غير واضح",
    none: "لا شيء للحكم عليه بعد",
  },
  measured: (value, interval, people) => `${n(value)} (${interval})، العدد ${n(people)} أو أكثر`,
  interval: (low, high) => `${n(low)} إلى ${n(high)}`,
  seesFrom: (value) => `فريق بهذا الحجم يُظهر الفجوات ابتداءً من ${points(value)}`,
  stands: "قيل من قبل؛ الأسابيع الأربعة الأخيرة وحدها لا تقوله",
  missing: {
    too_few: "العدد أقل من أن يُعرض",
    not_yet: "ليس بعد",
    unverified: "أشخاص غير موثقين",
    few_answers: "أجاب أقل من النصف",
    tied: "اثنان متساويان",
    part_missing: "خطوة بلا رقم",
    nearly_all: "الجميع تقريبًا، لذا بلا رقم دقيق",
    nearly_none: "لا أحد تقريبًا، لذا بلا رقم دقيق",
    no_expectation: "لا شيء متوقع",
    not_due: "لم يحن يومه",
    not_believed: "لم يُسأل أي مدير",
    estimate_first: "بعد تقديرك",
    sees_from: "غير واضح",
    stands: "غير واضح",
    of_journey: "للمسار كله",
    weakest_step: "أضعف خطوة فيه",
  },
  barriers: {
    not_reached: "لم يصلوا إليها",
    not_clear: "الغاية غير واضحة",
    not_useful: "لا تنفعهم",
    opens_help: "يفتحون المساعدة",
    tries_and_fails: "يحاولون ولا ينجحون",
    blocked: "شيء ما يمنع",
    does_not_apply: "ليست من عملهم",
    not_now: "ليس الآن",
  },
  noBarrier: "لا يمكن تسميته بعد",
  ofJourney: "للمسار كله",
  forecast: {
    now: "تحقّق الآن بهذه الوتيرة",
    by: (day) => `بحلول ${day}`,
    between: (from, to) => `${from} إلى ${to}`,
    open: (from) => `من ${from} إلى ما بعد نصف سنة`,
    notAtThisPace: "ليس بهذه الوتيرة",
    tooEarly: {
      weeks: "مبكر: يلزم ستة أسابيع",
      people: "مبكر: يلزم اثنا عشر شخصًا",
      levelling_off: "التقدم يتوقف: لا تاريخ",
      clarity: "المجال أوسع من أن يُحدد تاريخ",
    },
    none: "لا توقع",
  },
  fan: {
    title: "بهذه الوتيرة",
    soFar: "حتى الآن",
    legend: "النقطة والعمود: المقاس مع فترة 90٪؛ المجوفة: إصدار سابق؛ العلم: الهدف؛ المتقطع: التوقع؛ المظلل: الممكن",
    course: (points) => `المقاس حتى ${points.join("؛ حتى ")}.`,
    point: (day, value, interval, earlier) =>
      `${day}: ${value === null ? "" : `${n(value)} `}(${interval})${earlier ? "، إصدار سابق" : ""}`,
    sentence: (measured, interval, goal, by, on, span) =>
      `المقاس ${n(measured)} (${interval})؛ الهدف ${n(goal)} بحلول ${by}. بهذه الوتيرة يُبلغ في ${on} (${span}).`,
  },
  lanes: {
    expected: (value) => `المتوقع ${n(value)}`,
    believed: (value) => `المظنون ${n(value)}`,
    reported: (value) => `المُبلغ ${n(value)}`,
    nothing: "لا شيء للرسم بعد",
  },
  open: (step) => `${step}: التخطيط والقرار`,
  plan: "تخطيط",
  perception: (believed, reported, measured) =>
    [
      believed === null ? "" : `يظن المديرون ${n(believed)}`,
      reported === null ? "" : `يقول المستخدمون ${n(reported)}`,
      measured === null ? "" : `والمقيس ${n(measured)}`,
    ]
      .filter(Boolean)
      .join("، "),
  noFault: "ليس خطأ أحد، بل سبب للحديث.",
  estimate: {
    title: "ما تقديرك؟",
    why: "من كل 100 شخص في هذا الدور، كم ينجز اليوم كل خطوة بمفرده؟ يظهر المقيس بعد ذلك لتمكن المقارنة.",
    of100: "من 100",
    send: "إعطاء التقدير ورؤية النتيجة",
    once: "يُعطى التقدير مرة واحدة ويبقى.",
  },
  expect: {
    title: "تحديد المتوقع",
    again: "تحديده من جديد",
    share: "من 100 شخص ينجزونها بمفردهم",
    by: "بحلول",
    minutes: "خلال دقائق لا تزيد على",
    milestone: "في الطريق، بحلول",
    milestoneShare: "من 100",
    send: "تثبيت",
    locked: "يُثبت بتاريخ اليوم وباسمك. التحديد من جديد ينشئ النسخة التالية، وتبقى القديمة ظاهرة.",
    version: (value, share, day, author, on) => `النسخة ${n(value)}: ${n(share)} بحلول ${day}. ${author}، ${on}`,
    earlier: "ما حُدد حتى الآن",
  },
  decide: {
    title: "ما يمكن تغييره",
    note: "السبب",
    noteHint: "ما يؤيد ذلك، في جملة أو جملتين",
    send: "اتخاذ القرار",
    dated: "خيار واحد يُكتب في الخطة بتاريخ اليوم. وتبقى الخطة القديمة ظاهرة.",
    options: {
      new_version: {
        title: "تسهيل الخطوة",
        text: "طي حقول واختصار النص وإزالة ما يعيق. يحصل المسار على نسخة جديدة.",
      },
      move_date: { title: "نقل التاريخ", text: "لا يكلف شيئًا ولا يغير شيئًا على الناس." },
      coaching: { title: "التدرب في أزواج", text: "من يستطيع يُري من يحاول ولا ينجح." },
      keep: { title: "إبقاء الخطة", text: "لا يتغير شيء، ويُقال لماذا." },
    },
    newDay: "التاريخ الجديد",
    hours: "الساعات",
    on: "ابتداءً من",
    followUp: "النظر مجددًا في",
    forecast: "التوقع",
  },
  decided: {
    title: "ما تقرر بشأن هذه الخطوة",
    moved: (from, to) => `ينتقل الهدف من ${from} إلى ${to}.`,
    version: (before, now) =>
      now === null ? `بانتظار نسخة بعد ${n(before)}.` : `تلت النسخةُ ${n(now)} النسخةَ ${n(before)}.`,
    coaching: (hours, on) =>
      `${count(hours, { one: "ساعة", two: "ساعتان", few: "# ساعات", many: "# ساعة", other: "# ساعة" })} من التدريب ابتداءً من ${on}.`,
    kept: "تبقى الخطة.",
    lookAgain: (day) => `يُنظر فيه مجددًا في ${day}.`,
    before: "قبل",
    after: "بعد",
    notYet: "ليس بعد: يجب أولًا أن تُغلق أسابيع كاملة لاحقة",
    nothingBefore: "لم يكن بالإمكان عرض شيء",
    changed: (value, interval) =>
      value === 0
        ? `كما هو (${interval}).`
        : `${value > 0 ? "ارتفع" : "انخفض"} بمقدار ${points(Math.abs(value))} (${interval}).`,
    notProof: "ليس دليلًا على أن هذا هو السبب.",
  },
  worst: {
    title: (value) => (value === 1 ? "أوسع فجوة" : value === 0 ? "أوسع الفجوات" : `أوسع الفجوات: ${n(value)}`),
    sentence: "من كل 100 شخص، كم منهم ينجز الخطوة وحده، مقارنةً بما هو متوقع اليوم.",
    all: "كل الخطوات التي لها خطة",
    asked: (value) => `مسارات وأدوار تنتظر تقديرك: ${n(value)}. تُعرض النتائج بعد ذلك.`,
    again: "حاول مرة أخرى",
  },
  paper: "من كل 100 شخص، من ينجز وحده، مقارنة بالخطة",
  wrongShare: "اكتب رقمًا من 0 إلى 100.",
  wrongDay: "اختر يومًا.",
};
