// Everything that happens to one generated form, with the focus view or without; then what the host has of it.
(() => {
  const place = () => document.getElementById("place");
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const form = () => document.getElementById("any");
  const bar = () => document.querySelector("waymark-focus")?.shadowRoot?.querySelector("[role=switch]");
  const press = () => {
    const key = { key: "f", code: "KeyF", altKey: true, bubbles: true, cancelable: true };
    window.dispatchEvent(new KeyboardEvent("keydown", key));
  };
  /** A field of a component library: its input lies in a shadow tree, its value goes along with the form. */
  class Field extends HTMLElement {
    static formAssociated = true;
    internals = this.attachInternals();
    input = document.createElement("input");
    constructor() {
      super();
      this.attachShadow({ mode: "open", delegatesFocus: true }).append(this.input);
      this.input.setAttribute("aria-label", "Part of a component");
      this.input.addEventListener("input", () => this.internals.setFormValue(this.input.value));
    }
    connectedCallback() {
      this.input.value = this.getAttribute("value") ?? "";
      this.internals.setFormValue(this.input.value);
    }
    formResetCallback() {
      this.connectedCallback();
    }
  }
  customElements.define("x-field", Field);

  const write = (input, value, byHand) => {
    if (!input || /file|checkbox|radio/.test(input.type) || !("value" in input)) return;
    if (byHand) input.focus();
    input.value = value;
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  };
  const acts = {
    type: (input, value) => write(input, value, true),
    set: (input, value) => write(input, value, false),
    toggle: press,
    check: () => form().checkValidity(),
    reset: () => form().reset(),
    tick: (input) => /checkbox|radio/.test(input?.type) && input.click(),
    redraw: () => form().append(form().lastElementChild),
  };
  const foldedNow = () => document.getAnimations().filter(({ id }) => id === "waymark-focus").length;

  const heldBy = (control) => {
    const inner = control.shadowRoot?.querySelector("input") ?? control;
    return [inner.value, inner.checked, inner.selectedIndex, inner.files?.length].join();
  };
  /** Fields that the person could not reach though something is to be said about them. */
  const wronglyFolded = (before) =>
    [...form().elements]
      .filter((each) => !/^(hidden|submit|fieldset)$/.test(each.type) && each.ariaHidden !== "true")
      .filter((each) => {
        const changed = before.get(each) !== heldBy(each);
        const said = each.required || each.validity?.valid === false || changed || each.matches(":focus");
        return said && !each.checkVisibility({ visibilityProperty: true });
      })
      .map((each) => `${each.name} ${each.type} ${heldBy(each)}`);

  const turnOn = async () => {
    for (let n = 0; n < 40 && !bar(); n++) await frame();
    await frame();
    if (bar()?.ariaChecked === "false") press();
    for (let n = 0; n < 3; n++) await frame();
  };
  const outcome = (folded) => {
    const all = [...form().elements];
    return {
      data: [...new FormData(form())].map(([name, value]) => [name, value.name ?? value]),
      valid: all.map((each) => each.validity?.valid ?? null),
      values: all.map((each) => [each.value ?? null, each.checked ?? null]),
      html: form().outerHTML,
      folded,
    };
  };

  window.live = async (html, deeds, focus) => {
    place().replaceChildren(document.createRange().createContextualFragment(html));
    const before = new Map([...form().elements].map((each) => [each, heldBy(each)]));
    if (focus) await turnOn();
    let folded = foldedNow();
    const wrongly = [];
    for (const { act, field, value } of deeds) {
      const controls = [...form().querySelectorAll("[data-testid]")];
      const control = controls[field % Math.max(1, controls.length)];
      if (focus || act !== "toggle") acts[act](control?.shadowRoot?.querySelector("input") ?? control, value);
      if (field % 3 > 0) {
        for (let n = 0; n < 2; n++) await frame();
        wrongly.push(...wronglyFolded(before));
      }
      folded = Math.max(folded, foldedNow());
    }
    await frame();
    const found = { ...outcome(folded), wrongly };
    // Sent in spite of the browser's own checks, so that each form has a body to compare.
    form().noValidate = true;
    form().requestSubmit();
    return found;
  };
  window.clear = () => form()?.remove();
})();
