import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { envelopeOf, post, receiptOf, reportOf } from "../support/device.ts";
import { type Town, town } from "../support/town.ts";

const helps = ["yes", "yes", "yes", "yes", "yes", "no", "no", "no", "no", "no"] as const;

/** Five or more people report a step, it is published and answered; the answer's id and the cell's. */
async function answered(it: Town, count = 5): Promise<{ cell: string; answer: string }> {
  const { id: cell } = await it.five((person) => `words ${person}`, count);
  return { cell, answer: await it.answer(cell) };
}

test("C340 C341 five reporters rate an answer: Monday publishes five, told apart where each stands for five, and a second time counts nothing", async () => {
  const it = await town({ heads: 40 });
  const { cell, answer } = await answered(it, 10);
  it.go(3);
  for (let person = 0; person < 5; person++) await it.say(person, { rate: [answer, "yes"] });
  expect((await it.voices())[0]?.ratings).toEqual([]);
  it.go(4);
  await it.close();
  const first = (await it.voices())[0]?.ratings;
  expect(first).toEqual([
    { id: expect.any(String), voice: cell, answer, week: "2026-W40", count: 5, helps: { yes: 5 } },
  ]);
  for (let person = 0; person < 5; person++) await it.say(person, { rate: [answer, "no"] });
  for (let person = 5; person < 10; person++) await it.say(person, { rate: [answer, person < 7 ? "no" : "little"] });
  it.go(5);
  await it.close();
  const second = (await it.voices())[0]?.ratings ?? [];
  expect(second).toHaveLength(2);
  expect(second).toContainEqual(first?.[0]);
  // Two said no and three a little: neither is told.
  expect(second).toContainEqual(expect.objectContaining({ count: 5, helps: null }));
});

test("C340 a receipt of nobody, of another cell, of a report that was not published and of an answer that is none count nothing", async () => {
  const it = await town({ steps: ["log-call", "set-date"] });
  const { answer } = await answered(it);
  it.go(3);
  for (let person = 0; person < 4; person++) await it.say(person, { rate: [answer, "yes"] });
  await it.say(5, { rate: [answer, "yes"] });
  await it.say(4, { rate: [answer, "yes"] }, "set-date");
  await it.say(4, { rate: ["an answer that is none", "yes"] });
  const receipt = Buffer.alloc(32, 7).toString("base64url");
  const echo = { receipt, answer, help: "yes" as const };
  await post(it.bench, await envelopeOf(it.keys, [], [], { ratings: [echo] }));
  it.go(4);
  await it.close();
  expect((await it.voices())[0]?.ratings).toEqual([]);
  await it.say(4, { rate: [answer, "yes"] });
  it.go(5);
  await it.close();
  expect((await it.voices())[0]?.ratings).toMatchObject([{ count: 5 }]);
});

test("C342 replies wait for five people, are pooled as words are, beside nothing, and stand released under their cell without an id that leads to a report", async () => {
  const it = await town();
  const { answer } = await answered(it);
  const waiting = async (): Promise<{ id: string; text: string }[]> =>
    ((await (await it.csm("GET", "/v1/voices/texts")).json()) as { texts: { id: string; text: string }[] }).texts;
  for (const { id } of await waiting()) await it.csm("POST", `/v1/voices/texts/${id}`, { release: false });
  it.go(3);
  for (let person = 0; person < 4; person++) await it.say(person, { reply: [answer, `not yet, ${person}`] });
  // The same person again, and to the same answer: they are one, and which of the two is kept is left to chance, as the
  // batch keeps no order.
  await it.say(0, { reply: [answer, "again"] });
  it.go(4);
  await it.close();
  expect((await it.voices())[0]?.replies).toEqual([]);
  expect(await waiting()).toEqual([]);
  await it.say(4, { reply: [answer, "not yet, 4"] });
  it.go(5);
  await it.close();
  const texts = await waiting();
  const words = texts.map(({ text }) => (text === "again" ? "not yet, 0" : text));
  expect(words.toSorted()).toEqual([0, 1, 2, 3, 4].map((person) => `not yet, ${person}`));
  expect(texts.every((each) => Object.keys(each).join() === "id,text")).toBe(true);
  const released = texts.find(({ text }) => text.endsWith("2"));
  await it.csm("POST", `/v1/voices/texts/${released?.id}`, { release: true });
  const [cell] = await it.voices();
  expect(cell?.replies).toEqual([
    { id: expect.any(String), voice: cell?.id, week: "2026-W41", count: 5, texts: ["not yet, 2"] },
  ]);
  expect(cell?.texts).toEqual([]);
  // Nothing leads to one reply: neither its words, nor the block they lie in, can be answered.
  for (const id of [released?.id, cell?.replies[0]?.id, receiptOf(it.tokens[2]?.["log-call"] ?? "")])
    expect((await it.csm("POST", `/v1/voices/${id}/answer`, { verdict: "did", text: "You there" })).status).toBe(404);
});

test("C343 from none to four ratings or replies every route reads the same, byte for byte, and no file holds a word of them", async () => {
  const read = async (count: number): Promise<string> => {
    const it = await town();
    const { cell, answer } = await answered(it);
    it.go(3);
    for (let person = 0; person < 5; person++)
      await (person < count
        ? it.say(person, { rate: [answer, "no"], reply: [answer, "Sixteen fields still"] })
        : it.empty());
    it.go(4);
    await it.close();
    const texts: string[] = [];
    for (const path of ["/v1/voices", "/v1/answers"])
      texts.push(
        path === "/v1/answers"
          ? await (await it.bench.call("GET", `${path}?key=${it.bench.keys.writeKey}`)).text()
          : await (await it.csm("GET", path)).text(),
      );
    const waiting = (await (await it.csm("GET", "/v1/voices/texts")).json()) as { texts: { text: string }[] };
    texts.push(JSON.stringify(waiting.texts.map(({ text }) => text).toSorted()));
    // Ids are chance.
    const plain = texts.join("\n").replaceAll(cell, "CELL").replaceAll(answer, "ANSWER");
    if (count < 5)
      for (const name of ["control.sqlite", "control.sqlite-wal"])
        expect(readFileSync(join(it.dataDir, name)).toString("latin1")).not.toContain("Sixteen fields still");
    return createHash("sha256").update(plain).digest("hex");
  };
  const none = await read(0);
  for (const count of [1, 4]) expect(await read(count)).toBe(none);
  expect(await read(5)).not.toBe(none);
});

test("C344 whether reports are answered is told of published cells only, and whom it helped of ratings that are told apart", async () => {
  const it = await town({ heads: 40 });
  const nothing = { reports: 0, medianDays: null, answeredBy14: null, helped: null };
  expect((await it.report()).loop).toEqual(nothing);
  const { answer } = await answered(it, 10);
  it.go(3);
  for (const [person, help] of helps.entries()) await it.say(person, { rate: [answer, help] });
  expect((await it.report()).loop).toEqual({ ...nothing, reports: 1 });
  it.go(4);
  await it.close();
  const { loop } = await it.report();
  expect(loop).toMatchObject({ reports: 1, medianDays: null, helped: { value: 0.5, people: 10 } });
});

test("C345 who faced it before the roll-out and who only since are told apart only where each stands for five", async () => {
  const faced = async (before: (person: number) => boolean | null): Promise<unknown> => {
    const it = await town({ heads: 40 });
    it.go(1);
    for (let person = 0; person < 10; person++) {
      const own = { ...reportOf(it.tokens[person]?.["log-call"] ?? ""), before: before(person) };
      await post(it.bench, await envelopeOf(it.keys, [own]));
    }
    it.go(2);
    await it.close();
    return (await it.voices())[0]?.faced;
  };
  expect(await faced((person) => person < 5)).toEqual({ before: 5, since: 5 });
  expect(await faced((person) => (person < 4 ? true : null))).toBeNull();
  expect(await faced(() => null)).toEqual({ none: 10 });
});

test("C349 voices of simulated people are marked, none shows fewer than five, and they count in no number about real ones", async () => {
  const it = await town();
  const place = { journey: "win-a-deal", step: "log-call", role: "sales-rep" };
  const voice = {
    ...{ ...place, weeksAgo: [5, 4] as [number, number], reasons: { slow: 6 }, faced: { before: 6 }, texts: ["Long."] },
    answer: { verdict: "did" as const, text: "Shorter.", by: "Ines", daysAgo: 8, helps: { yes: 6 } },
  };
  const { admin } = it.bench.collector;
  for (const few of [
    { ...voice, reasons: { slow: 4 } },
    { ...voice, answer: { ...voice.answer, helps: { no: 3 } } },
  ])
    await expect(admin.seedVoices("crm", [few])).rejects.toThrow(RangeError);
  await admin.seedVoices("crm", [voice]);
  const alone = await it.report();
  expect(alone.cells).toMatchObject([
    { simulated: true, count: 6, texts: ["Long."], ratings: [{ helps: { yes: 6 } }] },
  ]);
  expect(alone.loop).toMatchObject({ reports: 1, helped: { value: 1 } });
  await it.five();
  const both = await it.report();
  expect(both.cells.map(({ simulated }) => simulated)).toEqual([true, false]);
  expect(both.loop).toMatchObject({ reports: 1, helped: null });
});
