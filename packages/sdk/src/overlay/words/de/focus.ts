import type { Words } from "../../say.ts";

/** German. Keys begin with `focus.`. */
export const focus: Words = {
  "focus.region": "Fokusansicht",
  "focus.label": "Fokus",
  "focus.needed.one": "{n} von {total} Feldern wird für diesen Schritt gebraucht",
  "focus.needed.other": "{n} von {total} Feldern werden für diesen Schritt gebraucht",
  "focus.all": "Alle zeigen",
  "focus.more.one": "{n} weiteres Feld",
  "focus.more.other": "{n} weitere Felder",
  "focus.none": "keins Pflicht, keins geändert",
  "focus.folded.one": "{n} Feld eingeklappt, {key} zeigt alle",
  "focus.folded.other": "{n} Felder eingeklappt, {key} zeigt alle",
  "focus.folded-only.one": "{n} Feld eingeklappt",
  "focus.folded-only.other": "{n} Felder eingeklappt",
  "focus.shown.one": "{n} Feld ist zu sehen",
  "focus.shown.other": "Alle {n} Felder sind zu sehen",
  "focus.nothing": "Alle Felder werden jetzt gebraucht, keins ist eingeklappt",
  "focus.kept": "geändert, bleibt sichtbar",
  "focus.kept-of": "{field}: geändert, bleibt sichtbar",
};
