// A host process with other tools' clients in it, each with a lane of its own: node node-hosts.ts <clients> <front> <key> <lanes>.
// It writes what each client told its host, one line of JSON, and lets an unhandled rejection end it as Node does.
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , folder = "", front = "", key = "", lanes = ""] = process.argv;
const load = createRequire(join(folder, "package.json"));

type Told = string | null;
type Sender = (lane: string) => Promise<Told>;

interface SegmentClient {
  track(message: object, done: (error?: unknown) => void): void;
  on(event: "error", listener: () => void): void;
}
interface RudderClient {
  track(message: object, done: (error?: Error) => void): void;
}
interface Exporter {
  export(records: unknown[], done: (result: { code: number; error?: Error }) => void): void;
}

const fact = (lane: string): object => ({
  userId: `u-${lane}`,
  event: lane.endsWith("-bad") ? "Deal: created!" : "deal.created",
  properties: { dealId: "17", stage: "demo", secret: "not to be kept" },
  context: { ip: "203.0.113.7", userAgent: "Secret/1.0" },
});

const segment: Sender = (lane) => {
  const { Analytics } = load("@segment/analytics-node") as { Analytics: new (options: object) => SegmentClient };
  const path = `/${lane}/v1/batch`;
  const client = new Analytics({ writeKey: key, host: front, path, flushInterval: 10, maxRetries: 2 });
  client.on("error", () => undefined);
  return new Promise((resolve) => client.track(fact(lane), (error) => resolve(error ? String(error) : null)));
};

const rudder =
  (more: object): Sender =>
  (lane) => {
    const Analytics = load("@rudderstack/rudder-sdk-node") as new (key: string, options: object) => RudderClient;
    const client = new Analytics(key, { dataPlaneUrl: `${front}/${lane}`, logLevel: "silly", ...more });
    return new Promise((resolve) => client.track(fact(lane), (error) => resolve(error ? String(error) : null)));
  };

const otlp: Sender = async (lane) => {
  const { OTLPLogExporter } = load("@opentelemetry/exporter-logs-otlp-http") as {
    OTLPLogExporter: new (options: object) => Exporter;
  };
  const logs = load("@opentelemetry/sdk-logs") as {
    LoggerProvider: new (
      options: object,
    ) => {
      getLogger(name: string): { emit(record: object): void };
      forceFlush(): Promise<void>;
    };
    SimpleLogRecordProcessor: new (options: { exporter: Exporter }) => object;
  };
  const headers = { authorization: `Bearer ${key}` };
  const real = new OTLPLogExporter({ url: `${front}/${lane}/v1/logs`, headers });
  return new Promise((resolve) => {
    // The exporter's own verdict, which the processor would only write to a log.
    const exporter = Object.assign(Object.create(real) as Exporter, {
      export: (records: unknown[], done: (result: { code: number; error?: Error }) => void) =>
        real.export(records, (result) => {
          done(result);
          resolve(result.code === 0 ? null : String(result.error));
        }),
    });
    const provider = new logs.LoggerProvider({ processors: [new logs.SimpleLogRecordProcessor({ exporter })] });
    const attributes = { "user.id": `u-${lane}`, dealId: "17", stage: "demo", secret: "not to be kept" };
    provider.getLogger("crm").emit({ eventName: "deal.created", body: "Secret words", attributes });
  });
};

const senders: Record<string, Sender> = {
  segment,
  rudder: rudder({ errorHandler: () => undefined }),
  bareRudder: rudder({ retryCount: 1 }),
  otlp,
};

const told = await Promise.all(
  lanes.split(",").map(async (lane) => [lane, await senders[lane.split("-")[0] ?? ""]?.(lane)] as const),
);
process.stdout.write(`${JSON.stringify(Object.fromEntries(told))}\n`);
// Rudder's own failure is thrown a moment after it told its host.
setTimeout(() => process.exit(0), 200);
