import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FieldFacts, type FieldFate, fewestFolded, foldFields } from "../src/fold-fields.ts";

const plain: FieldFacts = {
  lit: false,
  required: false,
  invalid: false,
  changed: false,
  focused: false,
  autofilled: false,
  fillable: false,
  whole: true,
  seen: false,
};
const lit: FieldFacts = { ...plain, lit: true };
const rarely = fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean());
const field: fc.Arbitrary<FieldFacts> = fc.record({
  lit: rarely,
  required: rarely,
  invalid: rarely,
  changed: rarely,
  focused: rarely,
  autofilled: rarely,
  fillable: rarely,
  whole: fc.boolean(),
  seen: rarely,
});
const form = fc.array(field, { maxLength: 40 });
const count = (fates: readonly FieldFate[], which: FieldFate): number => fates.filter((fate) => fate === which).length;

describe("foldFields", () => {
  it("U1 never folds a field that is required, wrong, changed, focused, filled in, not whole or already seen", () => {
    fc.assert(
      fc.property(form, (fields) => {
        foldFields(fields).forEach((fate, index) => {
          if (fate !== "folded") return;
          const { lit, required, invalid, changed, focused, autofilled, whole, seen } = fields[index] ?? plain;
          expect([lit, required, invalid, changed, focused, autofilled, !whole, seen]).toEqual(Array(8).fill(false));
        });
      }),
      { numRuns: 500 },
    );
  });

  it("U1 lights exactly what the step names, and folds the rest of a plain form", () => {
    fc.assert(
      fc.property(form, (fields) => {
        expect(foldFields(fields).map((fate) => fate === "lit")).toEqual(fields.map((each) => each.lit));
      }),
    );
    expect(foldFields([lit, plain, plain, plain])).toEqual(["lit", "folded", "folded", "folded"]);
  });

  it("U2 folds nothing where the step needs no field, or where hardly any would fold", () => {
    fc.assert(
      fc.property(form, (fields) => {
        const fates = foldFields(fields.map((each) => ({ ...each, lit: false })));
        expect(count(fates, "folded")).toBe(0);
      }),
    );
    expect(foldFields([lit, plain, plain])).toEqual(["lit", "few", "few"]);
    fc.assert(
      fc.property(form, (fields) => {
        const folded = count(foldFields(fields.map((each) => ({ ...each, seen: false }))), "folded");
        expect(folded === 0 || folded >= fewestFolded).toBe(true);
      }),
    );
  });

  it("U3 is the same when asked again, and never folds more once what was in view has been seen", () => {
    fc.assert(
      fc.property(form, (fields) => {
        const fates = foldFields(fields);
        expect(foldFields(fields)).toEqual(fates);
        const later = fields.map((each, index) => ({ ...each, seen: each.seen || fates[index] !== "folded" }));
        const again = foldFields(later);
        again.forEach((fate, index) => {
          if (fate === "folded") expect(fates[index]).toBe("folded");
        });
        // What was folded stays folded as long as nothing happened to it.
        if (count(fates, "folded") > 0) expect(count(again, "folded")).toBe(count(fates, "folded"));
      }),
      { numRuns: 500 },
    );
  });

  it("U3 a field about which something is said unfolds alone", () => {
    const fates: (keyof FieldFacts)[] = ["required", "invalid", "changed", "focused", "autofilled"];
    for (const fact of fates) {
      const fields = [lit, { ...plain, [fact]: true }, plain, plain, plain];
      expect(foldFields(fields)).toEqual(["lit", fact, "folded", "folded", "folded"]);
    }
  });

  it("U4 keeps together what the browser fills in together", () => {
    const address = { ...plain, fillable: true };
    expect(foldFields([lit, address, address, plain, plain, plain]).slice(1, 3)).toEqual(["folded", "folded"]);
    const named = { ...lit, fillable: true };
    expect(foldFields([named, address, address, plain, plain, plain]).slice(1, 3)).toEqual(["together", "together"]);
  });
});
