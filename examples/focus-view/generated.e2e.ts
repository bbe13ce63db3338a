import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { situation } from "../../packages/testing/src/index.ts";
import { anyForm, type Deed, type FormSpec, htmlOf } from "./generate.ts";

const here = situation("focus-view");
const runs = 120;

/** A field of a component library: its input lies in a shadow tree, its value goes along with the form. */
async function defineComponent(page: Page): Promise<void> {
  await page.evaluate(() => {
    class Field extends HTMLElement {
      static formAssociated = true;
      readonly internals = this.attachInternals();
      readonly input = document.createElement("input");
      constructor() {
        super();
        this.attachShadow({ mode: "open", delegatesFocus: true }).append(this.input);
        this.input.addEventListener("input", () => this.internals.setFormValue(this.input.value));
      }
      connectedCallback(): void {
        this.input.value = this.getAttribute("value") ?? "";
        this.internals.setFormValue(this.input.value);
      }
      formResetCallback(): void {
        this.connectedCallback();
      }
    }
    customElements.define("x-field", Field);
  });
}

interface Outcome {
  data: string[][];
  valid: (boolean | null)[];
  values: unknown[];
  html: string;
  body: string | null;
}

/** Everything that happens to one form, with the focus view or without; then what the host has of it. */
async function live(
  page: Page,
  html: string,
  deeds: readonly Deed[],
  focus: boolean,
): Promise<Outcome & { folded: number }> {
  const sent = page.waitForRequest("**/sent");
  const outcome = await page.evaluate(
    async ([text, list, on]) => {
      const place = document.getElementById("place") as HTMLElement;
      const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
      const form = (): HTMLFormElement => document.getElementById("any") as HTMLFormElement;
      const press = (): void => {
        if (on)
          window.dispatchEvent(
            new KeyboardEvent("keydown", { key: "f", code: "KeyF", altKey: true, bubbles: true, cancelable: true }),
          );
      };
      let folded = 0;
      const count = (): void => {
        folded = Math.max(folded, form().querySelectorAll("*").length && document.getAnimations().length);
      };
      place.replaceChildren(document.createRange().createContextualFragment(text));
      for (let n = 0; n < 40 && !document.querySelector("waymark-focus"); n++) await frame();
      press();
      await frame();
      await frame();
      count();
      for (const { act, field, value } of list) {
        const controls = [...form().querySelectorAll<HTMLInputElement>("[data-testid]")];
        const control = controls[field % Math.max(1, controls.length)];
        const inner = control?.shadowRoot?.querySelector("input") ?? control;
        if (act === "toggle") press();
        else if (act === "check") form().checkValidity();
        else if (act === "reset") form().reset();
        else if (act === "tick" && inner && /checkbox|radio/.test(inner.type)) inner.click();
        else if (act === "redraw") form().append(form().lastElementChild as Element);
        else if ((act === "type" || act === "set") && inner && inner.type !== "file" && "value" in inner) {
          if (act === "type") inner.focus();
          inner.value = value;
          inner.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
          inner.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
        }
        if (field % 3 > 0) await frame();
        count();
      }
      await frame();
      const all = [...form().elements] as HTMLInputElement[];
      const data = [...new FormData(form())].map(([name, value]) => [
        name,
        typeof value === "string" ? value : value.name,
      ]);
      const result = {
        data,
        valid: all.map((each) => each.validity?.valid ?? null),
        values: all.map((each) => [each.value ?? null, each.checked ?? null]),
        html: form().outerHTML,
        folded,
      };
      // Sent in spite of the browser's own checks, so that each form has a body to compare.
      form().noValidate = true;
      form().requestSubmit();
      return result;
    },
    [html, deeds as Deed[], focus] as const,
  );
  const body = (await sent).postData();
  await page.evaluate(() => document.getElementById("any")?.remove());
  return { ...outcome, body };
}

const field = (kind: string, wrap: string) => ({ kind, wrap, required: false, rule: false, value: "" });

describe("any form", () => {
  it("U7 holds, sends and finds wrong the same with the focus view as without it, toggled at any time", async () => {
    const { page, errors, console } = await here.open({
      path: "generated.html",
      before: (_, page) => page.route("**/sent", (route) => route.fulfill({ status: 204 })),
    });
    await defineComponent(page);
    await page.locator("waymark-launcher").waitFor({ state: "attached" });
    let folding = 0;
    const check = async (spec: FormSpec): Promise<void> => {
      const html = htmlOf(spec);
      const { folded, ...withFocus } = await live(page, html, spec.deeds, true);
      const { folded: none, ...without } = await live(page, html, spec.deeds, false);
      expect(withFocus).toEqual(without);
      expect(none).toBe(0);
      if (folded > 2) folding++;
    };
    await fc.assert(fc.asyncProperty(anyForm, check), { numRuns: runs, seed: 2026, endOnFailure: true });
    // The property says something only where forms do fold.
    expect(folding).toBeGreaterThan(runs / 2);
    await check({
      fields: ["text", "text", "custom", "component", "radio"].map((kind) => field(kind, "div")),
      deeds: [],
    });
    await expect.poll(() => page.locator("waymark-focus").count()).toBe(0);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });
});
