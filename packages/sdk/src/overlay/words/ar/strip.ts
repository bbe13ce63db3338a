import type { Words } from "../../say.ts";

/** Arabic. Keys begin with `strip.`. */
export const strip: Words = {
  "strip.plan.when": "متى الموعد التالي؟",
  "strip.plan.today": "اليوم",
  "strip.plan.tomorrow": "غدًا",
  "strip.plan.week": "الأسبوع القادم",
  "strip.plan.another": "وقت آخر",
  "strip.plan.none": "بلا خطة الآن",
  "strip.plan.set": "تحديد الوقت",
  "strip.plan.make": "تحديد موعد",
  "strip.plan.change": "تغيير الخطة",
  "strip.plan.calendar": "ملف التقويم",
  "strip.plan.if": "عندما يحين {when}، أقوم بـ: {step}",
  "strip.event": "{step}: {record}",
  "strip.age.zero": "هنا منذ أقل من يوم",
  "strip.age.one": "هنا منذ يوم",
  "strip.age.two": "هنا منذ يومين",
  "strip.age.few": "هنا منذ {n} أيام",
  "strip.age.many": "هنا منذ {n} يومًا",
  "strip.age.other": "هنا منذ {n} يوم",
  "strip.age.stale": "أطول من المعتاد",
};
