import type { BriefAnswer } from "@waymark/schema";
import type { VNode } from "../draw/draw.ts";
import type { Guest } from "../runtime/guest.ts";
import type { SurfaceProps } from "./context.ts";
import { Flag } from "./flag.tsx";
import { Land } from "./land.tsx";
import { richText } from "./rich-text.ts";

const answers: readonly BriefAnswer[] = ["clear", "partly", "not_clear"];
const parts = ["purpose", "benefit", "expectation"] as const;

/** What the person's role is called for which they meet this journey, if anybody said. */
function roleOf({ $person, $documents, options }: Guest, journey: string): string | undefined {
  const { roles, roleTitle } = $person.get();
  const meant = $documents.get().find(({ id }) => id === journey)?.roles;
  return roleTitle ?? options.roles?.[roles.find((role) => !meant || meant.includes(role)) ?? ""];
}

/** The role brief: what it is for, what the person gains, what is asked; three answers of equal weight. */
export function Brief({ overlay }: SurfaceProps): VNode | null {
  const { runtime } = overlay;
  const journey = runtime.$current.get();
  if (!journey?.brief) return null;
  const { say } = runtime;
  const { brief, briefAnswer } = journey;
  const role = roleOf(runtime.guest, journey.id);
  return (
    <>
      {/* biome-ignore lint/a11y: tapping beside the sheet is a shortcut for the button "Later" */}
      <div class="scrim" onClick={overlay.dismiss} />
      <section class="surface brief sheet" part="brief" role="dialog" aria-label={journey.title} tabIndex={-1}>
        <Vignette />
        <div class="text">
          <div class="eyebrow">{role ? say("brief.for", { role }) : say("brief.eyebrow")}</div>
          <h2>{journey.title}</h2>
          <dl>
            {parts.map((part) => (
              <div key={part}>
                <dt class="eyebrow lit">{say(`brief.${part}`)}</dt>
                <dd>{richText(brief[part])}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div class="ask">
          <div class="s soft" id="question">
            {say("brief.question")}
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid everywhere */}
          <div class="same" role="group" aria-labelledby="question">
            {answers.map((answer) => (
              <button
                type="button"
                class={answer === briefAnswer ? "btn on" : "btn"}
                part="answer"
                key={answer}
                aria-pressed={briefAnswer === null || briefAnswer === "later" ? undefined : answer === briefAnswer}
                onClick={() => {
                  runtime.answerBrief(journey.id, answer);
                  if (answer === "not_clear") runtime.open("report", { journey: journey.id, of: "brief" });
                }}
              >
                {say(`brief.${answer}`)}
              </button>
            ))}
          </div>
          <div class="row">
            <span class="xs soft grow">{say("brief.privacy")}</span>
            <button type="button" class="btn quiet" part="later" onClick={overlay.dismiss}>
              {say(briefAnswer === null ? "brief.later" : "close")}
            </button>
          </div>
        </div>
      </section>
    </>
  );
}

const road = "M-12 58C60 58 70 34 140 38S240 66 300 56 340 44 368 44";

/** The way before anyone walked it. */
function Vignette(): VNode {
  return (
    <div class="map">
      <Land width={420} height={84} peak={{ x: 350, y: 50 }} knoll={{ x: 40, y: 90 }} />
      <svg viewBox="0 0 420 84" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
        <path class="t-bed" d={road} />
        <path class="t-far" d={road} />
        <Flag x={368} y={44} />
      </svg>
    </div>
  );
}
