import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `strip.`. */
export const strip: Words = {
  "strip.plan.when": "次はいつですか",
  "strip.plan.today": "今日",
  "strip.plan.tomorrow": "明日",
  "strip.plan.week": "来週",
  "strip.plan.another": "別の日時",
  "strip.plan.none": "今は決めない",
  "strip.plan.set": "日時を決める",
  "strip.plan.make": "日程を決める",
  "strip.plan.change": "予定を変更",
  "strip.plan.calendar": "カレンダーファイル",
  "strip.plan.if": "{when} になったら行うこと：{step}",
  "strip.event": "{step}：{record}",
  "strip.age.other": "ここに{n}日間",
  "strip.age.stale": "通常より長い",
};
