import type { Words } from "../../say.ts";

/** German. Keys begin with `settings.`. */
export const settings: Words = {
  "settings.title": "Einstellungen",
  "settings.prompts": "Was sich von selbst öffnet",
  "settings.prompts.come": "Wie es kommt",
  "settings.prompts.today": "Heute nichts mehr",
  "settings.prompts.off": "Nichts, bis ich es wieder erlaube",
  "settings.prompts.note": "Was Sie selbst öffnen, geht wie zuvor.",
  "settings.short": "Kurze Hinweise",
  "settings.short.note": "Nur was zu tun ist, ohne das Warum.",
  "settings.journeys": "Ihre Wege",
  "settings.journeys.hide": "Ausblenden",
  "settings.journeys.show": "Wieder zeigen",
  "settings.journeys.note":
    "Ein ausgeblendeter Weg zählt nicht auf der Schaltfläche. Er bleibt im Menü, und wer ihn öffnet, holt ihn zurück.",
  "settings.language": "Sprache",
  "settings.language.page": "Wie auf der Seite",
  "settings.launcher": "Die Schaltfläche",
  "settings.launcher.left": "In der linken Ecke",
  "settings.launcher.right": "In der rechten Ecke",
  "settings.launcher.hide": "Schaltfläche ausblenden",
  "settings.launcher.back": "{keys} öffnet das Menü auch ohne sie.",
  "settings.launcher.lost": "Legen Sie zuerst Tasten für das Menü fest, sonst muss die Seite es öffnen.",
  "settings.keys": "Tastatur",
  "settings.keys.launcher": "Menü öffnen",
  "settings.keys.library": "Einen Weg finden",
  "settings.keys.map": "Meine Karte",
  "settings.keys.focus": "Alle Felder zeigen",
  "settings.keys.press": "Tasten drücken",
  "settings.keys.none": "Keine",
  "settings.keys.note":
    "Wählen Sie eine Zeile und drücken Sie die neuen Tasten mit Strg, Alt oder Meta. Die Rücktaste schaltet sie ab.",
  "settings.privacy": "Datenschutz",
  "settings.privacy.kept": "Auf diesem Gerät: Ihr Fortschritt, Ihre Antworten und diese Einstellungen.",
  "settings.privacy.sent":
    "Gesendet: welche Schritte gezeigt und erledigt wurden, wann und an welchem Vorgang. Nie, was Sie tippen oder was eine Seite zeigt.",
  "settings.privacy.nothing": "Nichts davon verlässt dieses Gerät.",
  "settings.privacy.host": "Diese Seite lässt nichts senden.",
  "settings.privacy.send": "Senden, was ich im Wegweiser tue",
  "settings.forget": "Auf diesem Gerät vergessen",
  "settings.forget.ask":
    "Ihr Fortschritt, Ihre Antworten und Einstellungen werden hier gelöscht, auch was noch nicht gesendet ist. Was gesendet ist, bleibt beim Empfänger; sind Sie angemeldet, kommt Ihr Fortschritt von dort zurück.",
  "settings.forget.yes": "Alles vergessen",
  "settings.forget.no": "Behalten",
  "settings.forget.done": "Auf diesem Gerät vergessen.",
};
