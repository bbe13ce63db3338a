import { Component, createRef, type VNode } from "preact";
import { startPreview } from "../preview/preview.ts";
import type { Parts } from "./context.ts";

/** Names the frame, so that the editor's own door knows that it is inside and stays away. */
export const phoneName = "waymark-author-phone";

/** How long the page in the frame may take, ms. */
const patienceMs = 15_000;

/** The same page 390 px wide, with the preview in it. */
export class PhoneFrame extends Component<Parts> {
  private frame = createRef<HTMLIFrameElement>();
  private gone = false;

  override componentWillUnmount(): void {
    this.gone = true;
  }

  private async begin(): Promise<void> {
    const { state, acts } = this.props;
    const inner = this.frame.current?.contentWindow;
    const { journey } = state.checked;
    try {
      if (!inner || !journey || !state.preview) throw new Error("no frame");
      // A page that may not stand in a frame leaves one that says nothing of itself.
      if (inner.location.href === "about:blank") throw new Error("refused");
      const until = Date.now() + patienceMs;
      while (!this.gone && !isStarted(inner) && Date.now() < until) await new Promise((done) => setTimeout(done, 100));
      if (!this.gone) await startPreview(journey, state.preview, acts.script, inner);
    } catch {
      if (!this.gone) acts.show.phone(false);
      if (!this.gone) acts.tell({ kind: "failed", of: "frame", detail: "" });
    }
  }

  override render({ say }: Parts): VNode {
    return (
      <div class="surface phone">
        <iframe
          ref={this.frame}
          name={phoneName}
          title={say("preview.phone")}
          src={location.href}
          onLoad={() => void this.begin()}
        />
      </div>
    );
  }
}

/** The page's own guest has come, or the page is done without one. */
function isStarted(inner: Window): boolean {
  const { waymark } = inner as unknown as { waymark?: { version?: unknown } };
  return waymark?.version !== undefined;
}
