import { fallbackAccent } from "./accent.ts";

/** Sets the colours that a browser without relative colours does not derive from the accent by itself. */
export function wearFallback(element: HTMLElement, colour: string | null, theme: "light" | "dark"): void {
  const { accent, wash, halo } = fallbackAccent(rgbOf(colour ?? "#12694f"), theme);
  for (const [name, value] of Object.entries({ tamed: accent, wash, halo }))
    element.style.setProperty(`--_${name}`, value);
}

/** Any CSS colour as bytes, read back from a canvas, which knows them all. */
function rgbOf(colour: string): [number, number, number] {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return [18, 105, 79];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 18, green = 105, blue = 79] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
