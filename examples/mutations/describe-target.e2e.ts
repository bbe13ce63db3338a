import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Opened, situation } from "../../packages/testing/src/index.ts";
import { bundle } from "./suite.ts";

const here = situation("mutations");

interface Said {
  target: Record<string, unknown>;
  confidence: number;
  breaks: string[];
}

/** A page with these contents and the recorder's half in it. */
async function pageWith(html: string): Promise<Opened["page"]> {
  const { page } = await here.open();
  const source = await bundle();
  await page.evaluate(
    ([text, body]) => {
      new Function(text)();
      const parsed = new DOMParser().parseFromString(body, "text/html");
      document.querySelector("main")?.replaceChildren(...parsed.body.childNodes);
    },
    [source, html] as const,
  );
  return page;
}

const describeIn = (page: Opened["page"], selector: string): Promise<Said> =>
  page.evaluate((wanted) => {
    const { describeTarget } = window as unknown as { describeTarget(element: Element): Said };
    const element = document.querySelector(wanted);
    if (!element) throw new Error("Nothing to describe.");
    return describeTarget(element);
  }, selector);

const rows = `<table><tbody>
  <tr><td>Rail tag</td><td><button class="x">Open</button></td></tr>
  <tr><td>Reader</td><td><button class="y">Open</button></td></tr></tbody></table>`;

describe("writing down an element", () => {
  it("F2 writes several ways, none of which a build makes up, and says which of them it stands on alone", async () => {
    const page = await pageWith(
      `<h2>Delivery</h2><button id=":r1:" class="css-1x2y3z it">Save</button><button>Cancel</button>`,
    );
    const { target, confidence, breaks } = await describeIn(page, ".it");
    expect(target).toMatchObject({ role: "button", name: "Save" });
    expect(JSON.stringify(target)).not.toMatch(/r1|1x2y3z/);
    expect(confidence).toBeGreaterThan(0.9);
    expect(breaks).toEqual([]);
  });

  it("F2 tells one row's button from another's by what the row says", async () => {
    const page = await pageWith(rows);
    const { target } = await describeIn(page, ".y");
    expect(target).toMatchObject({ name: "Open", within: { role: "row", text: "Reader" } });
  });

  it("F2 says what a single way stands on", async () => {
    const page = await pageWith("<button class='it' data-action='archive'></button><button></button>");
    const { target, breaks } = await describeIn(page, ".it");
    expect(target).toEqual({ role: "button", css: '[data-action="archive"]' });
    expect(breaks).toEqual(["css"]);
  });

  it("F2 is not sure of what only its place tells from its like", async () => {
    const page = await pageWith("<p><button>Open</button></p><p><button class='it'>Open</button></p>");
    expect((await describeIn(page, ".it")).confidence).toBe(0);
  });

  it("F3 finds the same element whatever is added that has nothing to do with it", async () => {
    const page = await pageWith(rows);
    const texts = fc.constantFrom("Price", "Close", "Later", "4", "");
    const tags = fc.constantFrom("div", "p", "button", "a", "span", "section", "input");
    const additions = fc.array(fc.record({ tag: tags, text: texts, at: fc.nat(20) }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(additions, async (list) => {
        const same = await page.evaluate((added) => {
          const world = window as unknown as {
            describeTarget(element: Element): { target: unknown };
            findTarget(target: unknown): { element: Element | null };
          };
          const element = document.querySelector(".y");
          if (!element) return false;
          const { target } = world.describeTarget(element);
          const fresh: Element[] = [];
          for (const { tag, text, at } of added) {
            const made = Object.assign(document.createElement(tag), { textContent: text });
            const all = document.querySelectorAll("main, main h2, main p, body > div");
            (all[at % all.length] ?? document.body).append(made);
            fresh.push(made);
          }
          const found = world.findTarget(target).element;
          for (const made of fresh) made.remove();
          return found === element;
        }, list);
        expect(same).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
