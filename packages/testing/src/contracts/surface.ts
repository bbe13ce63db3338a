import type { CustomSurface, SurfaceHost } from "@waymark/sdk/extend";
import { atom } from "nanostores";
import { describe, expect, it } from "vitest";

/** A host that writes down what a surface asks of it. */
export function aSurfaceHost(more: Partial<SurfaceHost> = {}): SurfaceHost & { asked: unknown[][] } {
  const asked: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: unknown[]): void =>
      void asked.push([name, ...args]);
  const none = { $journeys: atom([]), locale: "en", of: {} };
  return { ...none, asked, close: note("close"), open: note("open"), show: note("show"), ...more };
}

/**
 * What every surface promises: a name for everybody, something inside its root and nothing outside of it, the same again
 * when it is opened again, and nothing left once it was stopped. Needs a document (`happy-dom`, `jsdom`, or a browser).
 */
export function surfaceContract(name: string, make: () => CustomSurface | Promise<CustomSurface>): void {
  const rootOf = (): HTMLElement => {
    const root = document.createElement("div");
    document.body.append(root);
    return root;
  };

  describe(`${name} as a surface`, () => {
    it("has a title in every language", async () => {
      const { title } = await make();
      for (const locale of ["en", "de", "ar", "xx"])
        expect((typeof title === "function" ? title(locale) : title).trim()).not.toBe("");
    });

    it("draws into its root and nowhere else, and takes all of it away", async () => {
      const surface = await make();
      const root = rootOf();
      const around = (): string => document.documentElement.outerHTML.replace(root.outerHTML, "");
      const before = around();
      const stop = surface.mount(root, aSurfaceHost());
      await expect.poll(() => root.textContent?.trim() || root.children.length).toBeTruthy();
      expect(around()).toBe(before);
      stop();
      root.remove();
    });

    it("can be opened again, also beside another one", async () => {
      const surface = await make();
      const [first, second] = [rootOf(), rootOf()];
      const stops = [surface.mount(first, aSurfaceHost()), surface.mount(second, aSurfaceHost())];
      for (const root of [first, second]) await expect.poll(() => root.childNodes.length).toBeGreaterThan(0);
      for (const stop of stops) {
        stop();
        stop();
      }
      first.replaceChildren();
      const stop = surface.mount(first, aSurfaceHost());
      await expect.poll(() => first.childNodes.length).toBeGreaterThan(0);
      stop();
      first.remove();
      second.remove();
    });

    it("does nothing by itself once it was stopped", async () => {
      const surface = await make();
      const root = rootOf();
      const host = aSurfaceHost();
      surface.mount(root, host)();
      root.remove();
      (host.$journeys as ReturnType<typeof atom<readonly never[]>>).set([]);
      expect(host.asked).toEqual([]);
    });
  });
}
