import { answerCard, answerMark, answerNews } from "../../overlay/rooms/voice/answer-card.tsx";
import { answerCss } from "../../overlay/rooms/voice/style.ts";
import { voice as words } from "../../overlay/words/en/voice.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { voiceOf } from "./voice.ts";

/**
 * Brings answers to the steps where something was reported. Everybody with a journey loads it, and with it the room of the
 * report, when the page is idle: fetched on the tap, it would tell the network who reports (`ANONYMITY.md`).
 */
export function start(guest: Guest, runtime: Runtime): Stop {
  const scope = createScope();
  const voice = voiceOf(guest);
  const put = new Set<string>();
  const css = answerCss;
  const { box } = voice;
  if (box) {
    import("./voice-post.ts").then(
      ({ startPost }) => scope.add(startPost(guest, box)),
      () => guest.fail("chunk"),
    );
  }
  import("../../overlay/rooms/voice/room.tsx").catch(() => guest.fail("chunk"));
  scope.add(runtime.fill({ slot: "card-head", view: answerCard(voice, put), css, words }));
  scope.add(runtime.fill({ slot: "station", view: answerMark(voice), css }));
  scope.add(runtime.fill({ slot: "pill", view: answerNews(voice, put), css }));
  Promise.all([voice.read(), voice.fetchAnswers()]).then(
    () => {
      if (!scope.stopped) runtime.redraw();
    },
    () => guest.fail("voice"),
  );
  return scope.stop;
}
