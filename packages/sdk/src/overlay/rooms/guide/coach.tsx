import type { VNode } from "../../../draw/draw.ts";
import type { GuideView, Runtime } from "../../../runtime/runtime.ts";
import type { SurfaceProps } from "../../context.ts";
import { Icon } from "../../icon.tsx";
import { richText } from "../../rich-text.ts";

/** The card beside the real thing. Doing it moves on; Next only reads ahead. */
export function Coach({ overlay }: SurfaceProps): VNode | null {
  const { runtime } = overlay;
  const guide = runtime.$guide.get();
  if (!guide) return null;
  const { say } = runtime;
  const { title, index, count, status } = guide;
  return (
    <section class="surface coach sheet" part="coach" role="dialog" aria-label={title} tabIndex={-1}>
      <svg class="notch" viewBox="0 0 22 11" aria-hidden="true">
        <path d="M0 11 9.5 1.5q1.5-1.5 3 0L22 11z" />
      </svg>
      <div class="row">
        {count > 1 && <span class="eyebrow grow">{say("coach.step", { n: index + 1, total: count })}</span>}
        {count === 1 && <h2 class="grow">{title}</h2>}
        {overlay.$frame.get().phone && (
          <button type="button" class="btn quiet icon unfold" aria-label={say("coach.unfold")}>
            <Icon name="fold" />
          </button>
        )}
        <button type="button" class="btn quiet icon" part="close" aria-label={say("close")} onClick={runtime.stopGuide}>
          <Icon name="close" />
        </button>
      </div>
      {count > 1 && <h2>{title}</h2>}
      {status === "found" && <p>{richText(guide.say)}</p>}
      {status === "searching" && <p class="soft wait">{say("coach.searching")}</p>}
      {status === "lost" && <p>{say("coach.lost")}</p>}
      <Steps guide={guide} runtime={runtime} />
    </section>
  );
}

function Steps({ guide, runtime }: { guide: GuideView; runtime: Runtime }): VNode | null {
  const { say } = runtime;
  const { index, count, status } = guide;
  const last = index === count - 1;
  const done = (): void => {
    runtime.tick(guide.journey, guide.step, guide.subject);
    runtime.stopGuide();
  };
  return (
    <div class="acts">
      <button type="button" class="btn quiet" part="done" onClick={done}>
        {say("act.tick")}
      </button>
      {index > 0 && (
        <button type="button" class="btn" part="back" onClick={runtime.back}>
          {say("coach.back")}
        </button>
      )}
      {!last && (
        <button type="button" class="btn" part="next" onClick={runtime.next}>
          {say(status === "lost" ? "coach.skip" : "coach.next")}
        </button>
      )}
      {last && status === "lost" && (
        <button type="button" class="btn" part="close" onClick={runtime.stopGuide}>
          {say("close")}
        </button>
      )}
    </div>
  );
}
