import type { Kept, Voice } from "../../../care/voice/voice.ts";
import type { VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { titleOf } from "./titles.ts";

interface KeptReportProps {
  runtime: Runtime;
  voice: Voice;
  report: Kept;
  /** Under which title it stands: in the list each says what it is about. */
  titled: boolean;
  onChanged(): void;
}

/** One report of this person, as they made it, with the way to take it back. */
export function KeptReport({ runtime, voice, report, titled, onChanged }: KeptReportProps): VNode {
  const { say } = runtime;
  const { reason, text, journey, step, week, until } = report;
  const open = until === null || until > runtime.guest.platform.now();
  const takeBack = (): void => {
    voice.withdraw(report).then(
      (gone) => {
        runtime.announce(say(gone ? "voice.withdrawn" : "voice.late"));
        onChanged();
      },
      () => runtime.announce(say("voice.failed")),
    );
  };
  const askBack = (): void => {
    voice.askBack(report).then(
      (asked) => {
        if (asked) runtime.announce(say("voice.ask.done"));
        onChanged();
      },
      () => runtime.announce(say("voice.failed")),
    );
  };
  const number = week.slice(-2).replace(/^0/, "");
  return (
    <li class="kept" part="kept">
      {titled && <b>{titleOf(runtime, journey, step)}</b>}
      {reason !== null && <span>{say(`voice.${reason}`)}</span>}
      {text !== "" && <p class="quote">“{text}”</p>}
      <span class="xs soft">{say(until !== null ? "voice.since.sent" : "voice.since.kept", { n: number })}</span>
      {open ? (
        <button type="button" class="btn quiet small" part="withdraw" onClick={takeBack}>
          {say("voice.withdraw")}
          {titled && <span class="hide">: {titleOf(runtime, journey, step)}</span>}
        </button>
      ) : (
        <span class="xs soft">{say(report.asked ? "voice.ask.waits" : "voice.late")}</span>
      )}
      {!open && !report.asked && voice.channel.week(report) !== null && (
        <button type="button" class="btn quiet small" part="ask-back" onClick={askBack}>
          {say("voice.ask")}
          {titled && <span class="hide">: {titleOf(runtime, journey, step)}</span>}
        </button>
      )}
    </li>
  );
}
