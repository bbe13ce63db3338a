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
};
