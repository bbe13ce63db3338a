// @vitest-environment happy-dom
import type { ArrivalsReport, SessionInfo, Summary } from "@waymark/schema";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer, Client } from "../api/client.ts";
import { journey, reportOf } from "../gap/sample.ts";
import { noShare, picture, share, step } from "../picture/sample.ts";
import { App } from "./App.tsx";

const session = (over: Partial<SessionInfo> = {}): SessionInfo => ({
  role: "csm",
  project: { id: "p", title: "Halden Roe", timeZone: "UTC" },
  journeys: [{ id: "a", title: "Win your first deal", version: 1, roles: [] }],
  roles: [{ id: "rep", title: "Sales rep", parent: null }],
  ...over,
});
const report: ArrivalsReport = {
  ...{ received: 3, simulated: 0, rejected: 0, duplicates: 0, dropped: {}, lastAt: null },
  ...{ perMinute: [0, 3], byType: [], rejects: [] },
};
const ok = <Value,>(value: Value): Answer<Value> => ({ ok: true, value });
const no = (status: number): Answer<never> => ({
  ok: false,
  problem: { status, title: "The store is busy", detail: "Try again in a moment.", code: "store_busy" },
});
const shown = picture([step("Send the quote", { through: share(20, 30) })]);

const summary: Summary = {
  format: "waymark.summary/1",
  project: session().project,
  ...{ block: null, nextAt: null, pictures: [shown], voices: { places: 0, open: 0 } },
};

/** Waits until the page reads so, however slow the machine is. */
const reads = (title: string, how: "toBe" | "toContain" = "toBe"): Promise<void> =>
  vi.waitFor(() => expect(root.querySelector("h1")?.textContent)[how](title), { timeout: 20_000 });
let root: HTMLElement;

async function open(hash: string, client: Partial<Client>): Promise<HTMLElement> {
  location.hash = hash;
  const whole: Client = {
    session: async () => ok(session()),
    figures: async () => ok({ simulated: false, block: null, blocks: [], nextAt: null, reason: "not_yet", rows: [] }),
    targets: async () => ok({ today: "2026-12-09", heard: false, lost: [] }),
    picture: async () => ok(shown),
    arrivals: async () => ok(report),
    signOut: async () => ok(null),
    voices: async () =>
      ok({
        ...{ format: "waymark.voices/1", today: "2026-12-09", cells: [], statements: [] },
        loop: { reports: 0, medianDays: null, answeredBy14: null, helped: null },
      }),
    waitingTexts: async () => ok({ texts: [] }),
    judgeText: async () => ok(null),
    state: async () => ok(null),
    answerVoice: async () => ok(null),
    periods: async () => ok({ periods: [] }),
    summary: async () => ok(summary),
    exportUrl: (table) => `/v1/export/${table}`,
    gap: async () => ok(reportOf([])),
    expectations: async () => ok({ format: "waymark.expectations/1", expectations: [], journeys: [journey] }),
    estimates: async () => ok({ format: "waymark.estimates/1", estimates: [] }),
    decisions: async () => ok({ format: "waymark.decisions/1", decisions: [] }),
    stateExpectation: async () => ok(null),
    giveEstimates: async () => ok(null),
    decide: async () => ok(null),
    streamUrl: "",
    ...client,
  };
  const store = { getItem: () => null, setItem: () => undefined };
  const languages = { language: "en", onLanguage: () => undefined } as const;
  render(<App {...languages} client={whole} store={store} origin="https://c.example" openStream={() => null} />, root);
  // Every face of the app but "Loading" has a heading.
  await vi.waitFor(() => expect(root.querySelector("h1")).not.toBeNull(), { timeout: 20_000 });
  return root;
}

const press = (words: string): void => {
  const found = [...root.querySelectorAll("button")].find((button) => button.textContent === words);
  found?.click();
};

beforeEach(() => {
  root = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

test("D7 simulated people are marked beside the title and in a sentence", async () => {
  const page = await open("#/journeys", { picture: async () => ok({ ...shown, simulated: true }) });
  await reads("Simulated", "toContain");
  expect(page.querySelector(".title")?.textContent).toContain("Simulated: the people behind these numbers");
  render(null, root);
  expect((await open("#/journeys", {})).textContent).not.toContain("Simulated");
});

test("C366 an author finds what is live and how to publish, and asks for no picture", async () => {
  const asked = vi.fn(async () => no(403));
  const author = session({ role: "author" });
  for (const hash of ["#/journeys", "#/journeys/a/rep", ""]) {
    const page = await open(hash, { session: async () => ok(author), picture: asked });
    await reads("The journeys that are live");
    expect(page.querySelector("li")?.textContent).toBe("Win your first deal, version 1");
    expect(page.querySelector("pre")?.textContent).toContain("--collector https://c.example --key ak_...");
    render(null, root);
  }
  const none = await open("#/journeys", { session: async () => ok({ ...author, journeys: [] }), picture: asked });
  expect(none.textContent).toContain("No journey is published yet.");
  expect(asked).not.toHaveBeenCalled();
});

test("D21 nobody but an owner can open arrivals", async () => {
  const page = await open("#/arrivals", {});
  await reads("Only an owner of the project sees arrivals.");
  expect(page.querySelector('nav a[href^="#/arrivals"]')).toBeNull();
  render(null, root);
  const owner = await open("#/arrivals", { session: async () => ok(session({ role: "owner" })) });
  expect(owner.querySelector('nav a[href^="#/arrivals"]')).not.toBeNull();
  await vi.waitFor(() => expect(owner.textContent).toContain("No role, step or person is shown here."), {
    timeout: 20_000,
  });
});

test("D66 a page of figures says what is missing; a manager is told whose page lost targets are, an author that none is theirs", async () => {
  await open("#/briefs", {});
  await reads("Not yet");
  render(null, root);
  await open("#/targets", {});
  await reads("No page has looked for a target yet");
  render(null, root);
  await open("#/targets", { session: async () => ok(session({ role: "manager" })) });
  await reads("Lost targets are for customer success and owners, who can mend them.");
  render(null, root);
  await open("#/fields", { session: async () => ok(session({ role: "author" })) });
  await reads("Figures of people are for customer success, managers and owners.");
});

test("C290 an author has no page of voices", async () => {
  const page = await open("#/voices", { session: async () => ok(session({ role: "author" })) });
  await reads("Voices are for customer success, managers and owners.");
  expect(page.querySelectorAll("nav a")).toHaveLength(1);
  render(null, root);
  await open("#/voices", {});
  await reads("Nothing is published yet");
});

test("D22 without a session the page shows the command that makes a link", async () => {
  const page = await open("", { session: async () => no(401) });
  await reads("You need a sign-in link");
  expect(page.querySelector("code")?.textContent).toBe("waymark collector invite --project PROJECT --role csm");
});

test("D22 a session that ends while reading leads to the same page, and so does signing out", async () => {
  await open("#/journeys", { picture: async () => no(401) });
  await reads("You need a sign-in link");
  render(null, root);
  await open("#/journeys", {});
  press("Sign out");
  await reads("You are signed out");
});

test("D23 a problem is shown in its own words and can be tried again", async () => {
  let broken = true;
  const page = await open("#/journeys", { picture: async () => (broken ? no(503) : ok(shown)) });
  expect(page.querySelector("[role=alert]")?.textContent).toContain("Try again in a moment.");
  broken = false;
  press("Try again");
  await reads("Most people come through", "toContain");
  expect(page.querySelector("[role=alert]")).toBeNull();
});

test("D24 a project without journeys says what to do", async () => {
  const page = await open("", { session: async () => ok(session({ journeys: [] })) });
  await reads("No journey is published yet");
  expect(page.querySelector("code")?.textContent).toBe("waymark publish");
});

test("D32 before the first event the page shows the tag", async () => {
  const page = await open("#/arrivals", {
    session: async () => ok(session({ role: "owner" })),
    arrivals: async () => ok({ ...report, received: 0, perMinute: [] }),
  });
  await reads("Nothing has arrived yet");
  expect(page.querySelector("code")?.textContent).toContain("https://c.example/waymark.js");
});

test("D2 the page of a group that is not shown keeps its title and its limits", async () => {
  const hidden = picture([step("Send", { through: noShare("too_few") })], { people: null, reason: "too_few" });
  const page = await open("#/journeys", { picture: async () => ok(hidden) });
  await reads("Too few to show for Sales rep", "toContain");
  expect(page.textContent).toContain("Groups under 10 people and counts under 5 are never shown.");
});

test("D56 the tables of the picture and of arrivals have their CSV", async () => {
  const page = await open("#/journeys", { exportUrl: (table, only) => `/${table}?${JSON.stringify(only)}` });
  await vi.waitFor(() => expect(page.querySelector("a.csv")).not.toBeNull(), { timeout: 20_000 });
  const link = page.querySelector("a.csv");
  expect(link?.getAttribute("href")).toBe('/pictures?{"journey":"a","role":"rep"}');
  expect(link?.hasAttribute("download")).toBe(true);
  render(null, root);
  const owner = await open("#/arrivals", {
    session: async () => ok(session({ role: "owner" })),
    arrivals: async () =>
      ok({ ...report, rejects: [{ at: "2026-11-21T09:30:00Z", code: "x", path: "y", message: "z" }] }),
  });
  const tables = (): (string | null)[] => [...owner.querySelectorAll("a.csv")].map((each) => each.getAttribute("href"));
  await vi.waitFor(() => expect(tables()).toEqual(["/v1/export/types", "/v1/export/rejects"]), { timeout: 20_000 });
});

test("D46 the page Gap is fetched when it is opened, for who plans; an author has none", async () => {
  await open("#/gap", {});
  await vi.waitFor(() => expect(root.querySelector("h1")?.textContent).toBe("Nothing is expected yet"), {
    timeout: 20_000,
  });
  expect(root.querySelector("nav [aria-current]")?.textContent).toBe("Gap");
  render(null, root);
  await open("#/gap", { session: async () => ok(session({ role: "author" })) });
  expect(root.textContent).toContain("Plans and gaps are for");
  expect([...root.querySelectorAll("nav a")].map((each) => each.textContent)).toEqual(["Journeys"]);
});
