import { counts } from "../counts.ts";
import type { LiveWords } from "../en.ts";

const { n, count } = counts("es-ES");
const events = (value: number): string => count(value, { one: "# evento", other: "# eventos" });

export const live: LiveWords = {
  live: {
    arriving: "Están llegando eventos",
    quietFor: (span) => `No llega nada desde hace ${span}`,
    turnedAway: (value) => count(value, { one: "# fue rechazado", other: "# fueron rechazados" }),
    nothing: "Aún no ha llegado nada",
    nobody: "Aquí no se muestra ningún rol, paso ni persona.",
    doThis: "Pon esta etiqueta en una página de tu aplicación y ábrela. El primer evento llega en segundos.",
    keyHint:
      "Pon la clave de escritura del proyecto en lugar de pk_... El colector solo acepta eventos de los orígenes permitidos.",
    received: "Recibidos",
    rejected: "Rechazados",
    duplicates: "Duplicados",
    dropped: "Abandonados en dispositivos",
    simulated: "Simulados",
    simulatedOf: (value, of) => `${n(value)} de ${n(of)}`,
    last: "Último",
    never: "nunca",
    minutes: "Eventos por minuto, últimos 30 minutos",
    minutesSentence: (total, most, empty) =>
      `Últimos 30 minutos: ${events(total)}, como mucho ${n(most)} en un minuto, ${empty === 0 ? "ningún minuto" : count(empty, { one: "# minuto", other: "# minutos" })} sin eventos.`,
    minutesFrom: "hace 30 minutos",
    minutesTo: "ahora",
    byType: "Por tipo",
    type: "Tipo",
    count: "Cantidad",
    rejects: "Últimos rechazos",
    noRejects: "Ninguno. Se aceptó todo lo que llegó.",
    at: "Cuándo",
    message: "Qué falla",
    lost: "Se perdió la conexión. Los números de abajo son de antes; se sigue intentando.",
    announce: (received, rejected) => `${events(received)} recibidos, ${n(rejected)} rechazados.`,
  },
};
