import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `focus.`. */
export const focus: Words = {
  "focus.region": "Vista enfocada",
  "focus.label": "Enfoque",
  "focus.needed.one": "{n} de {total} campos es necesario para este paso",
  "focus.needed.other": "{n} de {total} campos son necesarios para este paso",
  "focus.all": "Mostrar todo",
  "focus.more.one": "{n} campo más",
  "focus.more.other": "{n} campos más",
  "focus.none": "ninguno obligatorio, ninguno cambiado",
  "focus.folded.one": "{n} campo plegado, {key} muestra todos",
  "focus.folded.other": "{n} campos plegados, {key} muestra todos",
  "focus.folded-only.one": "{n} campo plegado",
  "focus.folded-only.other": "{n} campos plegados",
  "focus.shown.one": "Se muestra {n} campo",
  "focus.shown.other": "Se muestran los {n} campos",
  "focus.nothing": "Todos los campos hacen falta ahora, ninguno está plegado",
  "focus.kept": "cambiado, por eso se queda",
  "focus.kept-of": "{field}: cambiado, por eso se queda",
};
