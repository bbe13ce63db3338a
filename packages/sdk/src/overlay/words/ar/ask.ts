import type { Words } from "../../say.ts";

/** Arabic. Keys begin with `ask.`. */
export const ask: Words = {
  "ask.ease": "هل كانت هذه الخطوة صعبة أم سهلة؟",
  "ask.useful": "يقدّم هذا التطبيق ما أحتاجه في عملي.",
  "ask.easy": "هذا التطبيق سهل الاستخدام.",
  "ask.trust": "يمكنني الإبلاغ عن مشكلة هنا دون ضرر عليّ.",
  "ask.ease.low": "صعبة جدًا",
  "ask.ease.high": "سهلة جدًا",
  "ask.agree.low": "لا أوافق إطلاقًا",
  "ask.agree.high": "أوافق تمامًا",
  "ask.privacy": "يرى الآخرون أعدادًا من خمسة أشخاص فأكثر. تُحفظ إجابتك تحت رمز يمكن لمسؤول النظام أن يصل منه إليك.",
  "ask.noted": "دُوّن.",
  "ask.here.ask": "سؤال في الزاوية السفلى: {name}",
  "ask.here.banner": "خبر في الزاوية السفلى: {name}",
  "ask.later": "لاحقًا",
  "ask.later.hours": "بعد 4 ساعات",
  "ask.later.tomorrow": "غدًا",
  "ask.later.week": "الأسبوع القادم",
  "ask.close": "إغلاق نهائي",
};
