import { askedOf } from "../../../care/ask/asked.ts";
import type { VNode } from "../../../draw/draw.ts";
import type { Room, SurfaceProps } from "../../context.ts";
import { ask as words } from "../../words/en/ask.ts";
import { Banner } from "./banner.tsx";
import { QuestionView } from "./question.tsx";
import { askCss } from "./style.ts";

/** One question, or one piece of news. */
function Ask({ overlay }: SurfaceProps): VNode | null {
  const surface = overlay.runtime.$surface.get();
  const asked = surface.name === "ask" ? askedOf(surface.of) : null;
  if (!asked) return null;
  return "news" in asked ? <Banner {...{ overlay, asked }} /> : <QuestionView {...{ overlay, asked }} />;
}

export const room: Room = { view: Ask, css: askCss, words };
