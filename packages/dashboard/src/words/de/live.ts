import { counts } from "../counts.ts";
import type { LiveWords } from "../en.ts";

const { n, count } = counts("de-DE");
const events = (value: number): string => count(value, { one: "# Ereignis", other: "# Ereignisse" });

export const live: LiveWords = {
  live: {
    arriving: "Ereignisse kommen an",
    quietFor: (span) => `Seit ${span} ist nichts angekommen`,
    turnedAway: (value) => count(value, { one: "# wurde abgewiesen", other: "# wurden abgewiesen" }),
    nothing: "Noch ist nichts angekommen",
    nobody: "Hier steht keine Rolle, kein Schritt und keine Person.",
    doThis: "Dieses Tag auf eine Seite der App setzen und die Seite öffnen. Das erste Ereignis ist in Sekunden hier.",
    keyHint:
      "Statt pk_... den Schreibschlüssel des Projekts einsetzen. Der Collector nimmt Ereignisse nur von erlaubten Herkünften an.",
    received: "Angekommen",
    rejected: "Abgewiesen",
    duplicates: "Doppelte",
    dropped: "Auf Geräten aufgegeben",
    simulated: "Simuliert",
    simulatedOf: (value, of) => `${n(value)} von ${n(of)}`,
    last: "Zuletzt",
    never: "nie",
    minutes: "Ereignisse je Minute, die letzten 30 Minuten",
    minutesSentence: (total, most, empty) =>
      `Letzte 30 Minuten: ${events(total)}, höchstens ${n(most)} in einer Minute, ${empty === 0 ? "keine Minute" : count(empty, { one: "# Minute", other: "# Minuten" })} ohne Ereignis.`,
    minutesFrom: "vor 30 Minuten",
    minutesTo: "jetzt",
    byType: "Nach Art",
    type: "Art",
    count: "Anzahl",
    rejects: "Zuletzt abgewiesen",
    noRejects: "Nichts. Alles, was ankam, wurde angenommen.",
    at: "Wann",
    message: "Was nicht stimmt",
    lost: "Die Verbindung ist unterbrochen. Die Zahlen unten sind von vorher; es wird wieder versucht.",
    announce: (received, rejected) => `${events(received)} angekommen, ${n(rejected)} abgewiesen.`,
  },
};
