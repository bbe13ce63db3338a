import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNames, rewriteName } from "../src/index.ts";

const found = (text: string, hints = {}): string[] => findNames(text, hints).map((hit) => hit.text);

describe("findNames", () => {
  it.each([
    ["Sixteen fields before I can set a date. Peter skips them too.", "en", ["Peter"]],
    ["My boss Nkechi wants it twice", "en", ["Nkechi"]],
    ["Okonkwo says it is fine", "en", ["Okonkwo"]],
    ["I asked Mrs. Dalloway about it", "en", ["Mrs. Dalloway"]],
    ["It was Maria Delgado's idea", "en", ["Maria Delgado"]],
    ["Das hat Petra so gewollt, Herr Brandl auch", "de", ["Petra", "Herr Brandl"]],
    ["Peters Liste ist länger", "de", ["Peters"]],
    ["Sophie dit que c'est normal", "fr", ["Sophie"]],
    ["Demandez à Mme Lefèvre", "fr", ["Mme Lefèvre"]],
    ["Javier pide el campo dos veces", "es", ["Javier"]],
    ["鈴木さんは入力しません", "ja", ["鈴木さん"]],
    ["طلبت من زميلي كريم المساعدة", "ar", ["زميلي كريم"]],
    ["قال محمد إنه صعب", "ar", ["محمد"]],
  ])("N1 finds who is named in %j", (text, locale, names) => {
    expect(found(text, { locale })).toEqual(names);
  });

  it.each([
    ["Sixteen fields before I can set a date. Nobody needs them.", "en"],
    ["The page takes too long. It has no default.", "en"],
    ["On Monday I can't save in Excel", "en"],
    ["Das Formular hat zu viele Felder. Der Kunde wartet.", "de"],
    ["Le client attend. Le formulaire est trop long.", "fr"],
    ["El cliente espera. Nadie lo sabe.", "es"],
    ["お客さんは待っています。皆さん困っています。", "ja"],
    ["النموذج طويل جدا", "ar"],
    ["on 2026-11-22 at 48.000 or 12/11/2026", "en"],
  ])("N2 takes nobody for named in %j", (text, locale) => {
    expect(found(text, { locale })).toEqual([]);
  });

  it("N3 knows the names the device knows, in any case, and leaves out what is a thing here", () => {
    expect(found("ask mara lind or lind", { known: ["Mara Lind"] })).toEqual(["mara lind", "lind"]);
    expect(found("In the Forecast of Nordwind", { plain: ["Fill the Forecast"] })).toEqual(["Nordwind"]);
    expect(found("田中太郎に聞いて", { known: ["田中太郎"] })).toEqual(["田中太郎"]);
  });

  it("N4 finds mail addresses and long numbers, but no dates and no amounts", () => {
    const hits = findNames("write to p.okafor@acme.example or +49 30 1234567, on 22.11.2026 for 1 000 000");
    expect(hits.map(({ kind, text }) => [kind, text])).toEqual([
      ["mail", "p.okafor@acme.example"],
      ["phone", "+49 30 1234567"],
    ]);
  });

  it("N5 writes it otherwise, with a capital where a sentence begins", () => {
    const text = "Sixteen fields. Peter skips them, and Peter knows.";
    const [first] = findNames(text);
    const once = first ? rewriteName(text, first, "a colleague") : "";
    expect(once).toBe("Sixteen fields. A colleague skips them, and Peter knows.");
    const [second] = findNames(once);
    expect(second && rewriteName(once, second, "a colleague")).toBe(
      "Sixteen fields. A colleague skips them, and a colleague knows.",
    );
    const [owner] = findNames("It is Peter's list");
    expect(owner && rewriteName("It is Peter's list", owner, "a colleague")).toBe("It is a colleague's list");
  });

  it("N6 points into the text, in order and without overlap, whatever the text", () => {
    const text = fc.array(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("Peter ", "a@b.de", "+49 30 1234567", ". ", "さん")),
    );
    fc.assert(
      fc.property(text, fc.array(fc.string()), (parts, known) => {
        const whole = parts.join("");
        let end = 0;
        for (const hit of findNames(whole, { known })) {
          expect(hit.start).toBeGreaterThanOrEqual(end);
          expect(whole.slice(hit.start, hit.end)).toBe(hit.text);
          end = hit.end;
        }
      }),
    );
  });

  it("N6 rewriting all of them ends", () => {
    let text = "Peter and Anna asked Mr. Brown at a@b.de.";
    for (let turn = 0; turn < 10; turn++) {
      const [hit] = findNames(text);
      if (hit) text = rewriteName(text, hit, hit.kind === "mail" ? "an address" : "a colleague");
    }
    expect(text).toBe("A colleague and a colleague asked a colleague at an address.");
  });
});
