import { Component, createRef, type VNode } from "preact";
import type { SurfaceProps } from "../overlay/context.ts";
import type { Piece } from "../overlay/pieces.ts";
import { middleCss, RoomFrame } from "../overlay/rooms/frame.tsx";
import type { Stop } from "../ports/platform.ts";
import type { Guest } from "../runtime/guest.ts";
import type { Filling, Runtime } from "../runtime/runtime.ts";
import type { RoomSubject } from "../runtime/surface.ts";
import type { CustomSurface, SurfaceHost } from "./points.ts";

const titleOf = ({ title }: CustomSurface, locale: string): string =>
  typeof title === "function" ? title(locale) : title;

/** What a surface of the host's is given to work with. */
function hostOf({ guest, $journeys, close, open, show }: Runtime): SurfaceHost {
  const of = guest.$surface.get() as RoomSubject;
  return { of, $journeys, locale: guest.locale, close, open, show };
}

/** One element of the overlay that draws what the host's surface draws. What it throws leaves the person an empty frame. */
export function pieceOf(name: string, surface: CustomSurface, guest: Guest): Piece {
  const { spot = "corner", css = "" } = surface;
  class View extends Component<SurfaceProps> {
    root = createRef<HTMLDivElement>();
    stop: Stop | undefined;
    override componentDidMount(): void {
      guest.guard("surface", () => {
        const root = this.root.current;
        if (root) this.stop = surface.mount(root, hostOf(this.props.overlay.runtime));
      })();
    }
    override componentWillUnmount(): void {
      guest.guard("surface", () => this.stop?.())();
    }
    render({ overlay }: SurfaceProps): VNode {
      return (
        <RoomFrame {...{ overlay, title: titleOf(surface, guest.locale) }} class={spot} part={name}>
          <div class="body" ref={this.root} />
        </RoomFrame>
      );
    }
  }
  return {
    name: `waymark-${name}`,
    spot,
    view: View,
    css: spot === "middle" ? middleCss + css : css,
    shown: (open, guide, aside) => (open.name as string) === name && !guide && !(aside && spot === "corner"),
  };
}

/** Its line in the launcher's menu. */
export function lineOf(name: string, surface: CustomSurface, runtime: Runtime): Filling {
  const Line = (): VNode => (
    <div class="own-line">
      <button type="button" class="btn quiet small" part={name} onClick={() => runtime.open(name as "settings")}>
        {titleOf(surface, runtime.guest.locale)}
      </button>
    </div>
  );
  return {
    slot: "menu",
    view: Line,
    css: ".own-line{border-block-start:1px solid var(--waymark-line);padding:6px 10px}",
  };
}
