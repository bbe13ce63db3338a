import * as z from "zod/mini";
import { type Access, type Operation, operations } from "./operations.ts";
import { shapes } from "./shapes.ts";

type Json = Record<string, unknown>;

const at = (name: string): string => `#/components/schemas/${name}`;

/** All shapes as JSON Schema, each under its name; what several share stands beside them. */
function schemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(shapes)) registry.add(shape, { id });
  const made = z.toJSONSchema(registry, { uri: at, unrepresentable: "any", io: "input" }).schemas as Record<
    string,
    Json
  >;
  const { __shared: shared, ...named } = made;
  const parts = Object.fromEntries(
    Object.entries((shared?.$defs as Json) ?? {}).map(([id, part]) => [`Part_${id}`, part]),
  );
  const moved = JSON.stringify({ ...named, ...parts }).replaceAll(`${at("__shared")}#/$defs/`, at("Part_"));
  const result = JSON.parse(moved) as Record<string, Json>;
  for (const schema of Object.values(result)) {
    delete schema.$schema;
    delete schema.$id;
    delete schema.id;
  }
  return result;
}

const schemes: Readonly<Record<Access, Json>> = {
  write: { type: "http", scheme: "bearer", description: "A write key, pk_..." },
  writeInQuery: { type: "apiKey", in: "query", name: "key", description: "A write key, where headers cannot be set." },
  server: {
    type: "http",
    scheme: "bearer",
    description: "A server key, sk_..., or as the user name of Basic: events under it are verified. Never in a page.",
  },
  basic: { type: "http", scheme: "basic", description: "A write key as the user name." },
  author: { type: "http", scheme: "bearer", description: "An author key, ak_..." },
  owner: { type: "http", scheme: "bearer", description: "An owner key, ok_..." },
  drafts: { type: "http", scheme: "bearer", description: "A draft token, dt_..., which lasts an hour." },
  person: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "A person's token, beside ?key= with a write key.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "waymark_session",
    description: "Somebody who is signed in; owners run the project.",
  },
  metrics: { type: "http", scheme: "bearer", description: "The operator's WAYMARK_METRICS_TOKEN." },
};

/** A person's token never stands alone: the write key says in which project. */
const requirement = (access: Access): Json =>
  access === "person" ? { person: [], writeInQuery: [] } : { [access]: [] };

function answer(shape: Operation["answers"][number]): Json {
  if (shape === null) return { description: "Done." };
  if (typeof shape !== "string")
    return { description: "As asked.", content: Object.fromEntries([shape.type].flat().map((type) => [type, {}])) };
  return { description: "As asked.", content: { "application/json": { schema: { $ref: at(shape) } } } };
}

const problem = {
  description: "A problem document with a permanent code.",
  content: { "application/problem+json": { schema: { $ref: at("Problem") } } },
};

function describe(route: string, it: Operation): Json {
  const names = [...route.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const parameter = (name: string | undefined, place: "path" | "query", description?: string): Json => ({
    name,
    in: place,
    required: place === "path",
    schema: { type: "string" },
    ...(description === undefined ? {} : { description }),
  });
  const answers = Object.entries(it.answers).map(([status, shape]) => [status, answer(shape)]);
  return {
    operationId: route.replace(/[^A-Za-z0-9]+/g, "_").replace(/_$/, route.endsWith("/") ? "_slash" : ""),
    summary: it.says,
    ...(it.opens === undefined ? { security: [] } : { security: it.opens.map(requirement) }),
    parameters: [
      ...names.map((name) => parameter(name, "path")),
      ...Object.entries(it.query ?? {}).map(([name, says]) => parameter(name, "query", says)),
    ],
    ...(it.body === undefined
      ? {}
      : {
          requestBody: {
            required: it.bodyOptional !== true,
            content:
              typeof it.body === "string"
                ? { "application/json": { schema: { $ref: at(it.body) } } }
                : { [it.body.type]: { schema: { type: "string", format: "binary" } } },
          },
        }),
    responses: { ...Object.fromEntries(answers), default: problem },
  };
}

/** The collector's OpenAPI 3.1 description, from the same schemas that check what comes in. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [route, it] of Object.entries(operations)) {
    const [method = "", path = ""] = route.split(" ");
    const address = path.replace(/:(\w+)/g, "{$1}");
    paths[address] = { ...paths[address], [method.toLowerCase()]: describe(route, it) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Waymark collector", version: "1", description: "Failures are RFC 9457 problem documents." },
    paths,
    components: { schemas: schemas(), securitySchemes: schemes },
  };
}
