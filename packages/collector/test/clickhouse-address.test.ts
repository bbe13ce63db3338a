import { expect, test } from "vitest";
import { parseClickHouseAddress } from "../src/events/clickhouse-address.ts";
import { createCollector } from "../src/index.ts";

test("C209 an address is read whole", () => {
  expect(
    parseClickHouseAddress("clickhouse://wm:p%40ss@db:9000/tel?cluster=main&replicated=1&secure=1&linger=50"),
  ).toEqual({
    url: "https://db:9000",
    ...{
      database: "tel",
      username: "wm",
      password: "p@ss",
      cluster: "main",
      replicated: true,
      nodes: [],
      lingerMs: 50,
    },
  });
  expect(parseClickHouseAddress("clickhouse://db")).toMatchObject({ url: "http://db:8123", database: "waymark" });
});

test.each(["db", "mysql://db", "clickhouse://db/a;b", "clickhouse://db/a?cluster=x%20y", "clickhouse://db?linger=-1"])(
  "C209 %s is refused with a sentence",
  async (clickhouse) => {
    const opening = createCollector({ dataDir: ":memory:", store: { clickhouse } });
    await expect(opening).rejects.toMatchObject({ code: "store_address", message: expect.stringMatching(/\.$/) });
  },
);
