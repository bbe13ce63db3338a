// Bundled for a page by `examples/drawing`: draws the same with our renderer and with Preact, and says what came of it.
import * as preact from "preact";
import * as ours from "../src/draw/draw.ts";

/** Something to draw, as data. `Box` is a component with a state, `Group` a fragment; an array is a list with keys. */
export type Sketch = null | string | Sketch[] | { type: string; key?: string; props: object; kids: Sketch[] };

/** What is to be seen after one drawing. */
interface Seen {
  html: string;
  /** Which element each key has, numbered as they came. */
  keyed: string[];
  /** What components and listeners heard, in the order of the alphabet. */
  heard: string[];
  values: string[];
}

type Library = typeof preact;

/** An element as text, its attributes in the order of the alphabet; an empty style is none. */
function textOf(node: Node): string {
  if (!(node instanceof Element)) return `[${node.textContent}]`;
  const attributes = Array.from(node.attributes, ({ name, value }) => ` ${name}="${value}"`);
  const written = attributes.filter((each) => each !== ' style=""').sort();
  return `<${node.namespaceURI?.slice(-4)} ${node.localName}${written.join("")}>${Array.from(node.childNodes, textOf).join("")}</>`;
}

async function drawAll(library: Library, sketches: readonly Sketch[]): Promise<Seen[]> {
  const { Component, Fragment, h, render } = library;
  let heard: string[] = [];
  const boxes = new Map<string, { setState(state: { count: number }, then: () => void): void }>();
  class Box extends Component<{ name: string; children?: preact.ComponentChildren }, { count: number }> {
    override state = { count: 0 };
    override componentDidMount(): void {
      heard.push(`came ${this.props.name}`);
      boxes.set(this.props.name, this);
    }
    override componentDidUpdate(_: object, { count }: { count: number }): void {
      heard.push(`changed ${this.props.name} from ${count}`);
    }
    override componentWillUnmount(): void {
      heard.push(`left ${this.props.name}`);
      boxes.delete(this.props.name);
    }
    override render(): preact.VNode {
      return h("section", { "data-count": this.state.count } as object, this.props.children);
    }
  }
  const components: Record<string, preact.ComponentType<Record<string, unknown>>> = {
    Box: Box as never,
    Group: Fragment,
  };
  const made = (sketch: Sketch): preact.ComponentChild => {
    if (Array.isArray(sketch)) return sketch.map(made) as unknown as preact.VNode;
    if (sketch === null || typeof sketch === "string") return sketch;
    const { type, key, props, kids } = sketch;
    const onClick = type === "button" ? () => heard.push(`pressed ${key}`) : undefined;
    return h((components[type] ?? type) as string, { ...props, key, name: key, onClick } as object, ...kids.map(made));
  };
  const root = document.body.appendChild(document.createElement("div"));
  const numbers = new Map<Element, number>();
  const see = (): Seen => {
    const keyed = [...root.querySelectorAll("[name]")].map((element) => {
      if (!numbers.has(element)) numbers.set(element, numbers.size);
      return `${element.getAttribute("name")}: ${numbers.get(element)}`;
    });
    const values = [...root.querySelectorAll("input")].map(({ value, checked }) => `${value} ${checked}`);
    const told = heard.sort();
    heard = [];
    return { html: textOf(root), keyed, heard: told, values };
  };
  const all: Seen[] = [];
  for (const sketch of [...sketches, null]) {
    render(made(sketch), root);
    for (const button of root.querySelectorAll("button")) button.click();
    all.push(see());
    const waits = [...boxes.values()].map((box) => new Promise<void>((done) => box.setState({ count: 7 }, done)));
    await Promise.all(waits);
    all.push(see());
  }
  root.remove();
  return all;
}

/** What both made of the same sketches. */
async function beside(sketches: readonly Sketch[]): Promise<{ ours: Seen[]; theirs: Seen[] }> {
  return {
    ours: await drawAll(ours as unknown as Library, sketches),
    theirs: await drawAll(preact, sketches),
  };
}

/** Draws what came as data and only looks like something to draw. */
function drawData(): string {
  const root = document.createElement("div");
  const data = JSON.parse(
    '[{"type":"img","props":{"src":"x","onerror":"alert(1)"},"key":null},{"tag":"b"},"<b>text</b>"]',
  );
  ours.render(ours.h("p", null, data), root);
  return root.innerHTML;
}

Object.assign(window, { beside, drawData });
