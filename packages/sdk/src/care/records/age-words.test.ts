import type { JourneyView, RecordView } from "@waymark/engine";
import { describe, expect, it } from "vitest";
import { createSay } from "../../overlay/say.ts";
import { en } from "../../overlay/words/en.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { ageWords } from "./age-words.ts";

const day = 86_400_000;
const runtime = { say: createSay(en), guest: { platform: { now: () => 10 * day } } } as unknown as Runtime;
const age = (since: number | null, of: RecordView["age"] = null): string | null =>
  ageWords({ subject: "deal:17", here: 1, records: [{ subject: "deal:17", since, age: of }] } as JourneyView, runtime);

describe("how long a record has been here", () => {
  it("K44 counts whole days, and says what is longer than usual", () => {
    expect(age(8 * day)).toBe("Here for 2 days");
    expect(age(9 * day - 1)).toBe("Here for 1 day");
    expect(age(day, { age: "stale", ratio: 2 })).toBe("Here for 9 days, longer than usual");
    expect(age(day, { age: "due", ratio: 1.2 })).toBe("Here for 9 days");
  });

  it("K44 says nothing on the first day, nor where no clock runs", () => {
    expect([age(9 * day + 1), age(null), age(11 * day)]).toEqual([null, null, null]);
  });
});
