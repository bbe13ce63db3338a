import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarFile, type PlannedEvent } from "./calendar.ts";

const tuesday = Date.UTC(2026, 10, 24, 9, 0);
const plan = (more: Partial<PlannedEvent> = {}): PlannedEvent => ({
  ...{ uid: "win-a-deal/deal:17/quote@waymark", title: "Send the quote: Nordwind", text: "Win a deal." },
  ...{ start: tuesday, minutes: 15, ...more },
});

/** What another reader than the writer's makes of the file. */
function read(file: string): { uid: string; title: string; text: string; start: number; end: number }[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents("vevent").map((each) => {
    const event = new ICAL.Event(each);
    const [start, end] = [event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()];
    return { uid: event.uid, title: event.summary, text: event.description, start, end };
  });
}

describe("the calendar file", () => {
  it("M31 says the same moment in every time zone", () => {
    const [event] = read(calendarFile([plan()], tuesday - 1000));
    expect(event).toEqual({
      ...{ uid: "win-a-deal/deal:17/quote@waymark", title: "Send the quote: Nordwind", text: "Win a deal." },
      ...{ start: tuesday, end: tuesday + 15 * 60_000 },
    });
    expect(calendarFile([plan()], 0)).toMatch(/^DTSTART:20261124T090000Z\r?$/m);
  });

  it.each([
    ["line ends", "Nordwind\r\nATTENDEE:mailto:a@b.example\r\nX:1"],
    ["an event of its own", "A\nEND:VEVENT\nBEGIN:VEVENT\nUID:other\nSUMMARY:B"],
    ["separators", "Müller; Söhne, \\ Partner: \"Haus\" 'x'"],
    ["a written line end", "not a break: \\n nor \\N"],
    ["other line ends", "A\u2028B\u2029C\u0085D\u000bE"],
    ["beyond the plane", "🚚 نورد 株式会社"],
    ["a long name", "x".repeat(5000)],
  ])("M31 a record's name stays a name: %s", (_, name) => {
    const events = read(calendarFile([plan({ title: name, text: name }), plan({ uid: "2" })], 0));
    expect(events).toHaveLength(2);
    const plain = name.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
    expect([events[0]?.title, events[0]?.text, events[1]?.title]).toEqual([plain, plain, "Send the quote: Nordwind"]);
  });

  it("M31 whatever the names, as many events come out as went in, each with its own words", () => {
    const text = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (all) => {
        const events = all.map(([title, more], index) =>
          plan({ uid: `${index}`, title: `t${title}t`, text: `x${more}x` }),
        );
        const found = read(calendarFile(events, 0));
        expect(found.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
        const plain = (of: string): string => of.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
        expect(found.map(({ title }) => title)).toEqual(events.map(({ title }) => plain(title)));
      }),
    );
  });
});
