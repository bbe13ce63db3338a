import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `focus.`. */
export const focus: Words = {
  "focus.region": "集中表示",
  "focus.label": "集中",
  "focus.needed.other": "このステップに必要な項目は{total}件中{n}件です",
  "focus.all": "すべて表示",
  "focus.more.other": "ほか{n}件の項目",
  "focus.none": "必須も変更もありません",
  "focus.folded.other": "{n}件の項目を折りたたみました。{key} ですべて表示",
  "focus.folded-only.other": "{n}件の項目を折りたたみました",
  "focus.shown.other": "{n}件すべての項目を表示しています",
  "focus.nothing": "今はすべての項目が必要なため、折りたたんでいません",
  "focus.kept": "変更したため、表示したままです",
  "focus.kept-of": "{field}: 変更したため、表示したままです",
};
