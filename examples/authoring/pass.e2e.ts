import { expect, it } from "vitest";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";
import { authoring, elsewhere, fromLines, openEditor } from "./desk.ts";

const here = authoring();

/** All that scripts of the host can read of what the tab and the device keep. */
const readable = (): string => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]);

/** Lets pages of an origin in, as an owner does on the dashboard. */
async function allow(collector: RealCollector, origin: string): Promise<void> {
  const headers = { authorization: `Bearer ${collector.keys.ownerKey}`, "content-type": "application/json" };
  const body = JSON.stringify({ origins: [origin] });
  const answer = await fetch(`${collector.url}/v1/project`, { method: "PATCH", headers, body });
  if (!answer.ok) throw new Error(await answer.text());
}

it("J2 J31 on a page elsewhere a key is given away for a pass: that keeps drafts, publishing asks for the key, and no key is kept", async () => {
  const collector = await startCollector();
  const away = new URL(here.url().replace("127.0.0.1", elsewhere));
  const desk = await openEditor(here, "?waymark=author");
  const { page, editor, press } = desk;
  try {
    await page.goto(`${away.href}?waymark=author&collector=${encodeURIComponent(collector.url)}`);
    const key = editor.getByLabel("Author key");
    await key.fill(collector.keys.authorKey);
    await press("Sign in");
    await editor.getByText(/Add it to the project's origins/).waitFor();
    await allow(collector, away.origin);
    await key.fill("ak_guess");
    await press("Sign in");
    await editor.getByText(/does not take this key/).waitFor();
    await key.fill(collector.keys.authorKey);
    await press("Sign in");
    await editor.getByText(/Signed in for drafts until/).waitFor();
    await fromLines(desk);
    await press("Save");
    await press("Keep as draft there");
    await editor.getByText(/keeps the draft/).waitFor();
    await press("Publish");
    await editor.getByText("Enter the author key first.").waitFor();
    await key.fill(collector.keys.authorKey);
    await press("Publish");
    await editor.getByText("Published as version 1.").waitFor();
    const kept = await page.evaluate(readable);
    expect(kept).toContain("dt_");
    expect(kept).not.toContain(collector.keys.authorKey);

    // A page later the pass is still there, the key is not; what the collector holds can be gone on with.
    await page.reload();
    await press("Other drafts");
    await editor.getByRole("button", { name: /Save an order.*Version 1/ }).click();
    await editor.getByRole("button", { name: /1\. Save it/ }).waitFor();
    const pass = await page.evaluate(() => (JSON.parse(sessionStorage["waymark=author"]) as { pass: string }).pass);
    const publish = (of: string): Promise<Response> =>
      fetch(`${collector.url}/v1/journeys/save-an-order/publish`, {
        method: "POST",
        headers: { authorization: `Bearer ${of}` },
      });
    expect((await publish(pass)).status).toBe(403);
    await press("Save");
    expect(await key.inputValue()).toBe("");

    await press("Sign out");
    await editor.getByRole("heading", { name: "For those who write journeys" }).waitFor();
    expect(await page.evaluate(readable)).not.toContain(pass);
    const drafts = { headers: { authorization: `Bearer ${pass}` } };
    await expect.poll(async () => (await fetch(`${collector.url}/v1/drafts`, drafts)).status).toBe(401);
  } finally {
    await collector.stop();
  }
});
