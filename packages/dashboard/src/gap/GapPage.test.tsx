// @vitest-environment happy-dom
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer, Client } from "../api/client.ts";
import { GapPage } from "./GapPage.tsx";
import { decisionOf, expectationOf, readOf, reportOf, rowOf, sessionOf } from "./sample.ts";
import type { GapRead } from "./use-gap.ts";
import { gapWords, speakGap } from "./words.ts";

const hostile = "<img src=x onerror=alert(1)> & so on";
const ok = <Value,>(value: Value): Answer<Value> => ({ ok: true, value });
const refused: Answer<never> = {
  ok: false,
  problem: { status: 422, title: "No", detail: "Name a later day.", code: "expectation_invalid" },
};
let root: HTMLElement;
let sent: unknown[];
let opened: (string | null)[];

interface Shown {
  read?: Partial<GapRead>;
  role?: "csm" | "manager";
  name?: string;
  open?: string | null;
  client?: Partial<Client>;
}

async function show({ read = {}, role = "csm", name, open = null, client = {} }: Shown = {}): Promise<void> {
  const it = readOf(read);
  const keep = (what: string) => async (body: unknown) => {
    sent.push([what, body]);
    return ok(null);
  };
  const whole: Partial<Client> = {
    gap: async () => ok(it.report),
    expectations: async () =>
      ok({ format: "waymark.expectations/1", expectations: it.expectations, journeys: it.journeys }),
    estimates: async () => ok({ format: "waymark.estimates/1", estimates: it.estimates }),
    decisions: async () => ok({ format: "waymark.decisions/1", decisions: it.decisions }),
    stateExpectation: keep("expectation"),
    giveEstimates: keep("estimates"),
    decide: keep("decision"),
    exportUrl: (table) => `/v1/export/${table}`,
    ...client,
  };
  const session = sessionOf(role, name);
  const props = { client: whole as Client, session, open, onOpen: (key: string | null) => opened.push(key) };
  render(<GapPage {...props} onSignedOut={() => sent.push("signed out")} />, root);
  await vi.waitFor(() => expect(root.querySelector("h1")).not.toBeNull());
}

const field = (label: string): HTMLInputElement => {
  const found = [...root.querySelectorAll("label.field")].find((each) => each.textContent?.startsWith(label));
  const input = found?.querySelector<HTMLInputElement>("input, textarea");
  if (!input) throw new Error(`no field ${label}`);
  return input;
};
const enter = (label: string, text: string): void => {
  const input = field(label);
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
};
/** A field's change is drawn before the next one is entered. */
const drawn = () => new Promise((done) => setTimeout(done, 0));
const submit = async (words: string): Promise<void> => {
  await drawn();
  const button = [...root.querySelectorAll("button")].find((each) => each.textContent === words);
  button?.closest("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await drawn();
};

beforeEach(() => {
  root = document.body.appendChild(document.createElement("div"));
  sent = [];
  opened = [];
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await speakGap("en-GB");
});

test("D43 a manager is asked for every step first; a number that is none is not sent", async () => {
  await show({ role: "manager", read: { expectations: [expectationOf("offer")] } });
  expect(root.querySelector("h1")?.textContent).toBe("First say what you believe");
  enter("Log the contact", "140");
  await submit("Say it and see the result");
  expect(root.querySelector("[role=alert]")?.textContent).toBe("Write a number from 0 to 100.");
  expect(sent).toEqual([]);
  for (const [label, text] of [
    ["Log the contact", "90"],
    ["Plan the call", "60"],
    ["Send the offer", "75"],
    ["Signed", "M. Okafor"],
  ] as const) {
    await drawn();
    enter(label, text);
  }
  await submit("Say it and see the result");
  const steps = [
    { step: "log", share: 0.9 },
    { step: "call", share: 0.6 },
    { step: "offer", share: 0.75 },
  ];
  expect(sent).toEqual([["estimates", { journey: "win", role: "rep", steps, signed: "M. Okafor" }]]);
});

test("D43 customer success is not asked, nor a manager who has said it; a member signs nothing", async () => {
  await show();
  expect(root.textContent).not.toContain("What do you believe?");
  const estimates = ["log", "call"].map((step) => ({ ...expectationOf(step), share: 0.5 }));
  render(null, root);
  await show({ role: "manager", name: "M. Okafor", read: { estimates } });
  expect([...root.querySelectorAll(".gap-form label")].map((each) => each.textContent)).toEqual([
    "Send the offerof 100",
  ]);
});

test("D44 an expectation is stated from the open step; what the collector refuses stands beside it and nothing is lost", async () => {
  const offer = "win/rep/offer";
  await show({ open: offer, read: { expectations: [expectationOf("offer", { author: hostile })] }, name: "I. Maric" });
  expect(root.querySelector(".versions")?.textContent).toContain(hostile);
  expect(root.querySelector("img")).toBeNull();
  enter("Of 100 people", "140");
  await submit("Lock it in");
  expect(root.querySelector("[role=alert]")?.textContent).toBe("Write a number from 0 to 100.");
  enter("Of 100 people", "70");
  await drawn();
  enter("By", "2027-06-30");
  await submit("Lock it in");
  const place = { journey: "win", step: "offer", role: "rep" };
  expect(sent).toEqual([["expectation", { ...place, share: 0.7, by: "2027-06-30" }]]);
  render(null, root);
  await show({ open: offer, name: "I. Maric", client: { stateExpectation: async () => refused } });
  enter("Of 100 people", "70");
  await drawn();
  enter("By", "2020-01-01");
  await submit("Lock it in");
  await vi.waitFor(() => expect(root.querySelector("[role=alert]")?.textContent).toBe("Name a later day."));
  expect(field("Of 100 people").value).toBe("70");
});

test("D45 a choice with a reason becomes a decision; its stamp shows before and after side by side", async () => {
  const read = { report: reportOf([rowOf("offer")]), decisions: [decisionOf({ note: hostile })] };
  await show({ open: "win/rep/offer", read, name: "I. Maric" });
  const options = [...root.querySelectorAll<HTMLInputElement>(".option input")];
  // No date can move where none was stated.
  expect(options).toHaveLength(3);
  options.at(-1)?.click();
  await drawn();
  enter("Why", "The forecast is wide.");
  await submit("Decide");
  const place = { journey: "win", step: "offer", role: "rep" };
  expect(sent).toEqual([["decision", { ...place, choice: { option: "keep" }, note: "The forecast is wide." }]]);
  const stamp = root.querySelector(".stamp");
  expect(stamp?.textContent).toContain(hostile);
  expect(root.querySelector("img")).toBeNull();
  expect([...(stamp?.querySelectorAll("dd") ?? [])].map((each) => each.textContent)).toEqual([
    "20 (15 to 25), n 20 or more",
    "30 (27 to 33), n 20 or more",
  ]);
  expect(stamp?.textContent).toContain("Up 10 points (4 to 16). Not proof that this was the cause.");
});

test("D45 a goal moves to another day where there is one", async () => {
  await show({ open: "win/rep/offer", name: "I. Maric", read: { expectations: [expectationOf("offer")] } });
  root.querySelectorAll<HTMLInputElement>(".option input")[1]?.click();
  await drawn();
  enter("Why", "Too wide.");
  await submit("Decide");
  expect(root.querySelector("[role=alert]")?.textContent).toBe("Choose a day.");
  enter("New date", "2027-05-31");
  await submit("Decide");
  expect(sent).toMatchObject([["decision", { choice: { option: "move_date", by: "2027-05-31" } }]]);
});

test("D46 the address opens a step; its button closes it again", async () => {
  await show({ open: "win/rep/call" });
  const open = [...root.querySelectorAll<HTMLButtonElement>("[aria-expanded]")];
  expect(open.map((each) => each.getAttribute("aria-expanded"))).toEqual(["false", "true", "false"]);
  open[1]?.click();
  open[2]?.click();
  expect(opened).toEqual([null, "win/rep/offer"]);
});

test.each(["en-GB", "de-DE", "es-ES", "fr-FR", "ja-JP", "ar"])(
  "D47 the page speaks %s, and leaves no word out",
  async (locale) => {
    await speakGap("en-GB");
    const english = gapWords;
    await speakGap(locale);
    if (locale !== "en-GB") {
      expect(gapWords).not.toBe(english);
      expect(gapWords.name).not.toBe(english.name);
    }
    const said = JSON.stringify(
      [gapWords.missing, gapWords.barriers, gapWords.decide, gapWords.verdicts.behind(28), gapWords.finding.behind(3)],
      null,
      1,
    );
    expect(said).not.toMatch(/undefined|""|NaN|\[object/);
    for (const n of [0, 1, 2, 5, 11, 100]) {
      expect(gapWords.finding.behind(n)).not.toContain("#");
      expect(gapWords.verdicts.behind(n)).not.toContain("#");
      expect(gapWords.decided.coaching(n, "")).not.toContain("#");
    }
  },
);

test("D47 what cannot be read is said in the collector's own words; an empty project says what to do", async () => {
  await show({
    client: { gap: async () => ({ ok: false, problem: { ...refused.problem, detail: "The store is busy." } }) },
  });
  expect(root.textContent).toContain("The store is busy.");
  render(null, root);
  await show({ read: { journeys: [] } });
  expect(root.textContent).toContain("waymark publish");
  render(null, root);
  const problem = { ...refused.problem, status: 401 };
  await show({ client: { gap: async () => ({ ok: false, problem }) } });
  await vi.waitFor(() => expect(sent).toContain("signed out"));
});
