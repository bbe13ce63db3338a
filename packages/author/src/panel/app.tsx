import { Fragment, type VNode } from "preact";
import { PreviewBar, RecordBar } from "./bars.tsx";
import type { Parts } from "./context.ts";
import { Icon } from "./icon.tsx";
import { NoteLine } from "./note-line.tsx";
import { Panel } from "./panel.tsx";
import { PhoneFrame } from "./phone-frame.tsx";

/** What stands on the page: the panel, or the one bar that is needed while somebody looks at the page itself. */
export function App(parts: Parts): VNode {
  const { state, acts, say } = parts;
  if (state.picking) return <PickLayer {...parts} />;
  if (state.preview) {
    return (
      <Fragment>
        <div class="bars">
          <PreviewBar {...parts} />
          <NoteLine {...parts} />
        </div>
        {state.phone && <PhoneFrame {...parts} />}
      </Fragment>
    );
  }
  if (state.work?.recording) {
    return (
      <div class="bars">
        <RecordBar {...parts} />
      </div>
    );
  }
  if (state.folded) {
    return (
      <button type="button" class="pill folded" onClick={() => acts.show.fold(false)}>
        <Icon name="record" />
        {say("panel.unfold")}
      </button>
    );
  }
  return <Panel {...parts} />;
}

/** Lies over the page while an element is chosen: what is pointed at is framed. */
function PickLayer({ state, say }: Parts): VNode {
  const { box = null } = state.picking ?? {};
  return (
    <div class="shield">
      {box && (
        <div
          class="frame"
          style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` }}
        />
      )}
      <div class="surface bar pickbar">
        <span class="grow s" role="status">
          {say("pick.lead")}
        </span>
        <button type="button" class="btn" data-cancel>
          {say("pick.cancel")}
        </button>
      </div>
    </div>
  );
}
