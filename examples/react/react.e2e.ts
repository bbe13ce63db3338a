import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bundledApp, type Opened, situation } from "../../packages/testing/src/index.ts";
import { render } from "./server.tsx";

const here = situation("react");
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const app = bundledApp({ client: file("client.tsx"), design: file("design.tsx") });

/** The page as the server drew it; `more` stands in its head, as a script tag of another team's would. */
async function openServed(more = ""): Promise<Opened> {
  return here.open({
    path: "served.html",
    before: async (context) => {
      await app.serve(context);
      await context.route("**/served.html", async (route) => {
        const tag = '<script type="module" src="app/client.js"></script>';
        const body = render().replace("</head>", `${more}${tag}</head>`);
        await route.fulfill({ contentType: "text/html", body });
      });
    },
  });
}

const warned = ({ page }: Opened): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { warned: string[] }).warned);

describe("in React", () => {
  it("E115 the component starts it, hooks read it and hear it, another person signs in, and nothing is left of it", async () => {
    const opened = await openServed();
    const { page, errors } = opened;
    await page.getByText("Place an order: 0 of 2").waitFor();
    await page.locator("waymark-launcher [part=launcher]").waitFor();
    await page.getByTestId("add").click();
    await page.getByText("Place an order: 1 of 2").waitFor();
    await page.getByText("Last: add").waitFor();
    await page.evaluate(() =>
      (window as unknown as { signIn(user: object): void }).signIn({ id: "u-9", roles: ["buyer"] }),
    );
    await page.getByText("Place an order: 0 of 2").waitFor();
    await page.evaluate(() => (window as unknown as { leave(): void }).leave());
    await expect.poll(() => page.locator("waymark-launcher").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("E116 what a server drew is taken over without a warning, and nothing jumps", async () => {
    const opened = await openServed();
    const { page, errors } = opened;
    expect(render()).toContain("No way yet");
    expect(render()).not.toContain("waymark-");
    await page.locator("waymark-launcher [part=launcher]").waitFor();
    expect(await warned(opened)).toEqual([]);
    expect(opened.console.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("E116 a guest that is on the page before React takes over does not disturb it either", async () => {
    // What the script tag's guest does to a page, and earlier than it ever would: an element of its own under <html>.
    const early = "<script>document.documentElement.append(document.createElement('waymark-launcher'))</script>";
    const opened = await openServed(early);
    await opened.page.getByText("Place an order: 0 of 2").waitFor();
    expect(await warned(opened)).toEqual([]);
    expect(opened.console.filter((line) => /^error/.test(line))).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});

describe("drawn by the host", () => {
  it("E113 map and coach stand in the host's own design system, from stores and actions, and nothing of ours is on the page", async () => {
    const { page, errors } = await here.open({ path: "headless.html", before: (context) => app.serve(context) });
    const card = page.getByRole("complementary", { name: "Place an order" });
    await card.getByText("0 of 3").waitFor();
    await card.getByRole("button", { name: "Show me where" }).click();
    const note = page.getByRole("dialog", { name: "Add an item" });
    await note.getByText("Press here.").waitFor();
    const [at, below] = await Promise.all([page.getByTestId("add").boundingBox(), note.boundingBox()]);
    expect(Math.abs((below?.y ?? 0) - (at?.y ?? 0) - (at?.height ?? 0) - 8)).toBeLessThan(2);
    await page.getByTestId("add").click();
    await expect.poll(() => note.count()).toBe(0);
    await card.getByText("1 of 3").waitFor();
    await card.getByRole("button", { name: "Not for me" }).click();
    await card.getByRole("button", { name: "I did it" }).click();
    await card.getByText("You are there.").waitFor();
    expect(
      await page.evaluate(
        () => [...document.querySelectorAll("*")].filter(({ localName }) => localName.startsWith("waymark-")).length,
      ),
    ).toBe(0);
    await page.reload();
    await card.getByText("You are there.").waitFor();
    await page.evaluate(() => (window as unknown as { stopGuest(): void }).stopGuest());
    await expect.poll(() => card.count()).toBe(0);
    expect(errors).toEqual([]);
  });
});
