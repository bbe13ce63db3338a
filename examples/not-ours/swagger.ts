/** What the API of the orders is, as Swagger UI reads it. */
export const ordersApi: object = {
  openapi: "3.0.3",
  info: { title: "Orders", version: "1.0.0" },
  servers: [{ url: "/api" }],
  tags: [{ name: "orders" }, { name: "customers" }],
  paths: {
    "/orders": {
      get: {
        tags: ["orders"],
        operationId: "listOrders",
        summary: "Find orders",
        parameters: [
          { name: "status", in: "query", schema: { type: "string", enum: ["open", "paid", "sent"] } },
          { name: "customer", in: "query", schema: { type: "string" } },
        ],
        responses: { 200: { description: "The orders" } },
      },
      post: {
        tags: ["orders"],
        operationId: "createOrder",
        summary: "Make an order",
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: { customer: { type: "string" }, item: { type: "string" } },
                example: { customer: "Ferro Rail", item: "Rail tag" },
              },
            },
          },
        },
        responses: { 201: { description: "The order" } },
      },
    },
    "/orders/{id}": {
      get: {
        tags: ["orders"],
        operationId: "getOrder",
        summary: "Open an order",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
        responses: { 200: { description: "The order" }, 404: { description: "There is none" } },
      },
    },
    "/customers": {
      get: {
        tags: ["customers"],
        operationId: "listCustomers",
        summary: "All customers",
        responses: { 200: { description: "The customers" } },
      },
    },
  },
};

/** The package's own start, with this API in place of the one on the network. */
export const swaggerStart = `window.onload = function () {
  window.ui = SwaggerUIBundle({
    url: "/api.json",
    dom_id: "#swagger-ui",
    deepLinking: true,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: "StandaloneLayout"
  });
};`;

/** The API itself: what is made is there. */
export function createOrders(): (method: string, url: URL, body: string) => { status: number; body: unknown } {
  const orders = [{ id: 1, customer: "Ferro Rail", item: "Reader", status: "open" }];
  return (method, { pathname, searchParams }, body) => {
    const id = /^\/api\/orders\/(\d+)$/.exec(pathname)?.[1];
    const found = orders.find((each) => String(each.id) === id);
    if (id !== undefined) return found ? { status: 200, body: found } : { status: 404, body: { error: "none" } };
    if (method === "POST") {
      const made = { id: orders.length + 1, status: "open", ...(JSON.parse(body || "{}") as object) };
      orders.push(made as (typeof orders)[number]);
      return { status: 201, body: made };
    }
    const status = searchParams.get("status");
    return { status: 200, body: orders.filter((each) => status === null || each.status === status) };
  };
}
