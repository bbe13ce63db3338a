import type { VNode } from "preact";

/** What is to be done when a component is drawn next. */
interface Drawing<S> {
  /** The state that is drawn then. */
  next?: (S & object) | undefined;
  /** Drawn whatever `shouldComponentUpdate` says. */
  forced: boolean;
  /** Called once it is drawn. */
  told: (() => void)[];
  /** Has it drawn; set while it is on the page. */
  again?: (() => void) | undefined;
}

/** A view with a state of its own; written as in Preact, whose subset this is. */
export abstract class Component<P = object, S extends object = object> {
  state: S = {} as S;
  /** Nothing of ours is handed down by a context; JSX asks for the field. */
  declare context: unknown;
  /** Of the renderer. */
  readonly drawing: Drawing<S> = { forced: false, told: [] };

  constructor(public props: P) {}

  abstract render(props: P, state: S): VNode | null;

  componentDidMount?(): void;
  componentDidUpdate?(before: P, state: S): void;
  componentWillUnmount?(): void;
  shouldComponentUpdate?(props: P, state: S): boolean;

  /** @param then - called once it is drawn. */
  setState(change: Partial<S> | ((state: Readonly<S>, props: Readonly<P>) => Partial<S>), then?: () => void): void {
    const { drawing } = this;
    drawing.next ??= { ...this.state };
    Object.assign(drawing.next, typeof change === "function" ? change(drawing.next, this.props) : change);
    if (then) drawing.told.push(then);
    drawing.again?.();
  }

  forceUpdate(then?: () => void): void {
    this.drawing.forced = true;
    this.setState({}, then);
  }
}
