import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("record-list");

interface Row {
  subject: string;
  label: string;
  url: string | null;
  standing: string | null;
}

/** The records as an interface draws them. */
const records = (page: Page): Promise<Row[]> =>
  page.evaluate(() => {
    const { $journeys } = (window as unknown as { waymark: { $journeys?: { get(): readonly { records: Row[] }[] } } })
      .waymark;
    const rows = $journeys?.get()[0]?.records ?? [];
    return rows.map(({ subject, label, url, standing }) => ({ subject, label, url, standing }));
  });

describe("a list that the server renders", () => {
  it("M35 declares its records by attributes, and again when the page has changed", async () => {
    const { page, errors } = await here.open();
    const [seven, eight] = ["7", "8"].map((id) => `${here.url()}tickets/${id}`);
    await expect
      .poll(() => records(page))
      .toEqual([
        { subject: "ticket:7", label: "Printer is on fire", url: seven, standing: "overdue" },
        { subject: "ticket:8", label: "Wi-Fi in the lobby", url: eight, standing: "nothing" },
      ]);
    await page.evaluate(() => {
      const row = document.createElement("tr");
      row.dataset.ticket = "9";
      const cell = row.insertCell();
      cell.className = "subject";
      cell.textContent = "<img src=x onerror=alert(1)>";
      document.querySelector("#rows")?.append(row);
    });
    await expect
      .poll(async () => (await records(page)).map(({ label }) => label))
      .toContain("<img src=x onerror=alert(1)>");
    // A record that has left the list is still known.
    await page.evaluate(() => document.querySelector("[data-ticket='8']")?.remove());
    await page.waitForTimeout(400);
    expect((await records(page)).map(({ subject }) => subject)).toContain("ticket:8");
    expect(errors).toEqual([]);
  });

  it("M35 or by the addresses of its links", async () => {
    const { page } = await here.open({ path: "?links" });
    await expect
      .poll(async () => (await records(page)).map(({ subject, label }) => [subject, label]))
      .toEqual([
        ["ticket:7", "Printer is on fire"],
        ["ticket:8", "Wi-Fi in the lobby"],
      ]);
  });

  it("M35 no list is read where no journey wants one", async () => {
    const { page, requests } = await here.open({ path: "?off" });
    await page.locator("waymark-launcher [part=launcher]").waitFor();
    await page.waitForTimeout(500);
    expect(await records(page)).toEqual([]);
    expect(requests.filter((address) => address.includes("page-room"))).toEqual([]);
  });

  it("K68 journeys that come while the words of a language are on their way have their records all the same", async () => {
    let words = 0;
    let release = (): void => undefined;
    const free = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page, errors } = await here.open({
      path: "?late&lang=de",
      before: (_, opening) =>
        opening.route(/\/de-\w+\.js/, async (route) => {
          words += 1;
          await free;
          await route.continue();
        }),
    });
    await expect.poll(() => words).toBe(1);
    await page.evaluate(() => {
      const { waymark, ways } = window as unknown as { waymark: { push(call: unknown[]): void }; ways: unknown[] };
      waymark.push(["use", ways]);
    });
    release();
    await page.locator("waymark-launcher .pill").waitFor();
    await tell(page, "open", "panel", { journey: "answer-a-ticket" });
    await page.locator("waymark-panel").getByText("Printer is on fire").first().waitFor();
    expect(errors).toEqual([]);
  });
});
