import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { envelopeOf, receiptOf } from "../../packages/collector/test/support/device.ts";
import type { EnvelopeContent } from "../../packages/schema/dist/index.js";
import { axeFaults, tell } from "../../packages/testing/src/index.ts";
import { startCollector } from "../../packages/testing/src/real-collector.ts";
import { askOf, createDay, days, journey, openRoom, others, part, person, signIn, to, words } from "./stage.ts";

/** The dashboard as it is built, served by the collector itself. */
const dashboard = fileURLToPath(new URL("../../packages/dashboard/dist", import.meta.url));

const card = (page: Page) => page.locator("waymark-panel [part=answer]");

async function openStep(page: Page): Promise<void> {
  await tell(page, "open", "panel");
  await page.locator("waymark-panel .st button", { hasText: "Save the order" }).click();
}

it("V40 V41 V44 D50 from a worker's tap to the manager's answer and back on the worker's screen; she rates it and answers back, still unknown, and the manager reads that once five have", async () => {
  const day = createDay();
  day.go(days.report);
  const roles = [{ id: "clerk", title: "Clerks", headcount: 20 }];
  const collector = await startCollector(roles, day.now, { assets: { dashboard } });
  try {
    const ask = askOf(collector);
    await collector.publish(journey);
    const { tokens, keys } = await others(collector, day, ask, 9);
    const post = async (content: Partial<EnvelopeContent>): Promise<void> => {
      const { reports = [], ...echoes } = content;
      const body = await envelopeOf(keys, reports, [], echoes);
      const headers = { "content-type": "text/plain" };
      await fetch(`${collector.url}/v1/envelopes?key=${collector.key}`, { method: "POST", headers, body });
    };
    const freeze = (): Promise<Response> =>
      ask("POST", "/v1/blocks/freeze", { key: collector.keys.ownerKey, body: {} });

    const ada = await person(collector, "person-ada", day);
    const { page } = ada.opened;
    await expect.poll(() => to(ada.seen, "/v1/tokens?").length).toBe(1);
    await openRoom(ada.opened);
    await part(page, "who").getByText("guessing is possible").waitFor();
    await part(page, "reason").first().click();
    await part(page, "before").first().click();
    await part(page, "words").fill(words);
    await part(page, "send").click();
    await part(page, "kept").waitFor();

    day.go(days.leave);
    await ada.visit();
    await expect.poll(() => to(ada.seen, "/v1/envelopes").length).toBe(1);
    const own = { journey: "save-order", step: "save", reason: "slow" as const, before: true, text: "" };
    for (const token of tokens.slice(0, 4)) await post({ reports: [{ ...own, token }] });
    day.go(days.answer);
    await freeze();

    const [name = "", value = ""] = (await signIn(collector, "csm")).split("=");
    const context = await page.context().browser()?.newContext();
    if (context === undefined) throw new Error("the browser is gone");
    await context.addCookies([{ name, value, url: collector.url }]);
    const desk = await context.newPage();
    await desk.goto(`${collector.url}/dashboard/#/voices`);
    await desk.getByRole("heading", { name: "“Save the order” is hard, say 5 people" }).waitFor();
    await expect.poll(() => desk.locator(".thread").textContent()).toContain("5 faced it before and still face it");
    await desk.locator(".answer-form textarea").fill("Ten of the sixteen fields go.");
    await expect.poll(() => desk.locator(".preview-card").textContent()).toContain("Ten of the sixteen fields go.");
    await desk.getByRole("button", { name: "Publish the answer" }).click();
    await desk.getByText("Shown once five reporters have said so.").waitFor();

    await ada.visit();
    await expect.poll(() => to(ada.seen, "/v1/answers").length).toBe(3);
    await openStep(page);
    await card(page).getByText("Ten of the sixteen fields go.").waitFor();
    await card(page).locator("[part=back]").click();
    await card(page).locator("[part=reply]").fill("The six left are the slow ones.");
    await page.waitForLoadState("networkidle");
    const before = ada.seen.length;
    await card(page).locator("[part=send-back]").click();
    await card(page).getByText("It leaves with the next envelope").waitFor();
    await card(page).locator("[part=help]").last().click();
    await card(page).waitFor({ state: "detached" });
    expect(ada.seen.length).toBe(before);

    day.go(days.again);
    await ada.visit();
    await expect.poll(() => to(ada.seen, "/v1/envelopes").map(({ bytes }) => bytes)).toEqual([4096, 4096]);
    const { cells } = (await (await ask("GET", "/v1/voices", { headers: { cookie: `${name}=${value}` } })).json()) as {
      cells: { answers: { id: string }[] }[];
    };
    const answer = cells[0]?.answers[0]?.id ?? "";
    for (const token of tokens.slice(0, 4)) {
      const said = { receipt: receiptOf(token), answer };
      await post({ ratings: [{ ...said, help: "no" }], replies: [{ ...said, text: "Still slow." }] });
    }
    day.go(days.heard);
    await freeze();
    await desk.reload();
    const waiting = desk.locator(".moderation li", { hasText: "The six left" });
    await waiting.getByRole("button", { name: "Release" }).click();
    await desk.locator(".thread").getByText("5 reporters rated it.").waitFor();
    await desk.locator(".thread").getByText("The six left are the slow ones.").waitFor();
    await expect.poll(() => desk.locator(".thread").textContent()).toContain("5 No");
    expect(await axeFaults(desk)).toEqual([]);
    expect(ada.opened.errors).toEqual([]);
    await context.close();
  } finally {
    await collector.stop();
  }
});
