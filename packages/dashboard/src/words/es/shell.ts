import type { ShellWords } from "../en.ts";

export const shell: ShellWords = {
  locale: "es-ES",
  product: "Waymark",
  pages: "Páginas",
  journeys: "Recorridos",
  arrivals: "Entradas",
  pageNames: {
    home: "Inicio",
    journeys: "Recorridos",
    gap: "Diferencia",
    experiments: "Experimentos",
    voices: "Voces",
    arrivals: "Entradas",
  },
  skip: "Ir al contenido",
  signOut: "Cerrar sesión",
  language: "Idioma",
  theme: "Colores",
  themes: { system: "Sistema", light: "Claro", dark: "Oscuro" },
  signedInAs: { owner: "Propietario", author: "Autor", csm: "Éxito del cliente", manager: "Responsable" },
  loading: "Cargando",
  again: "Intentar de nuevo",
  failedTitle: "No se pudo leer esta página",
  unreachable: "El colector no respondió. Comprueba la conexión e inténtalo de nuevo.",
  unreadable: "El colector respondió algo que esta página no puede leer.",
  ownerOnly: "Solo quien es propietario del proyecto ve las entradas.",
  notAuthors: "Los planes y las diferencias son para éxito de clientes, responsables y propietarios.",
  noPage: "Esta página no existe",
  toJourneys: "Ir a los recorridos",
  signedOut: {
    title: "Hace falta un enlace de acceso",
    left: "Sesión cerrada",
    how: "Quien gestiona el colector crea un enlace con esta orden. Sirve una vez, durante diez minutos.",
    command: "waymark collector invite --project PROJECT --role csm",
    promise:
      "Verás grupos de diez personas o más, con la seguridad de cada número. Aquí no se encuentra a nadie en concreto, con ningún permiso.",
  },
  emptyProject: {
    title: "Aún no hay ningún recorrido publicado",
    how: "Un recorrido es un archivo. Publica uno y su imagen tendrá aquí su lugar.",
    command: "waymark publish",
    noRoles: "El proyecto aún no tiene roles. Nómbralos en su configuración; la imagen se dibuja por rol.",
  },
  authoring: {
    title: "Los recorridos publicados",
    whose:
      "Las imágenes de personas son para éxito del cliente, responsables y propietarios. Los autores escriben los recorridos.",
    none: "Aún no hay ningún recorrido publicado.",
    how: "Un recorrido es un archivo. Publícalo con una clave de autor, que crea un propietario:",
    command: (origin) => `waymark publish journeys/*.journey.json --collector ${origin} --key ak_...`,
  },
};
