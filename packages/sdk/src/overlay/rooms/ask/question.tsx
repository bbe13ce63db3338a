import type { Asked } from "../../../care/ask/asked.ts";
import { Component, createRef, type VNode } from "../../../draw/draw.ts";
import type { Overlay } from "../../context.ts";
import { RoomFrame } from "../frame.tsx";

const scores: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

interface QuestionViewProps {
  overlay: Overlay;
  asked: Extract<Asked, { question: unknown }>;
}

/** One question with seven equal answers. The keys 1 to 7 answer only while the focus is inside. */
export class QuestionView extends Component<QuestionViewProps> {
  private readonly body = createRef<HTMLDivElement>();

  private readonly pressed = (event: KeyboardEvent): void => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (!plain || !/^[1-7]$/.test(event.key)) return;
    event.preventDefault();
    this.props.asked.answer(Number(event.key));
  };

  override componentDidMount(): void {
    this.body.current?.closest<HTMLElement>(".surface")?.addEventListener("keydown", this.pressed);
  }

  override render(): VNode {
    const { overlay, asked } = this.props;
    const { runtime } = overlay;
    const { say } = runtime;
    const { kind } = asked.question;
    const scale = kind === "ease" ? "ask.ease" : "ask.agree";
    return (
      <RoomFrame overlay={overlay} class="question" part="question" title={say(`ask.${kind}`)} sub={asked.about}>
        <div class="body" ref={this.body}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid everywhere */}
          <div class="scale" role="group" aria-label={say(`ask.${kind}`)}>
            {scores.map((score) => (
              <button
                type="button"
                class="btn"
                part="score"
                key={score}
                aria-label={
                  score === 1 ? `1, ${say(`${scale}.low`)}` : score === 7 ? `7, ${say(`${scale}.high`)}` : undefined
                }
                onClick={() => asked.answer(score)}
              >
                {new Intl.NumberFormat(runtime.$look.get().locale).format(score)}
              </button>
            ))}
          </div>
          <div class="ends xs soft" aria-hidden="true">
            <span>{say(`${scale}.low`)}</span>
            <span>{say(`${scale}.high`)}</span>
          </div>
          <p class="xs soft">{say("ask.privacy")}</p>
        </div>
      </RoomFrame>
    );
  }
}
