import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `my-map.`. */
export const myMap: Words = {
  "my-map.title": "マイマップ",
  "my-map.open.other": "進行中 {n} 件",
  "my-map.asking.other": "今日の対応 {n} 件",
  "my-map.private": "ご自身にだけ表示されます",
  "my-map.overdue": "期限超過",
  "my-map.today": "今日",
  "my-map.nothing": "予定なし",
  "my-map.planned": "予定あり",
  "my-map.plan": "次の日程を決める",
  "my-map.stale": "通常より長く滞在",
  "my-map.find": "名前または手順で探す",
  "my-map.sort": "並べ替え",
  "my-map.by.due": "日付",
  "my-map.by.name": "名前",
  "my-map.by.step": "手順",
  "my-map.journey": "道のり",
  "my-map.lists": "表示する一覧",
  "my-map.dots": "進行中の案件",
  "my-map.here.other": "{n} 件",
  "my-map.rest.other": "この手順にあと {n} 件",
  "my-map.only": "{step} のみ表示中。すべて表示",
  "my-map.calendar": "予定をカレンダーに入れる",
  "my-map.nobody": "進行中のものはまだありません。案件を開くとここに表示されます。",
};
