import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { SignJWT } from "jose";

/** What the CRM's own server knows: where its files lie and how it signs its users' tokens. */
export interface CrmServerOptions {
  files: string;
  collector: string;
  writeKey: string;
  signingSecret: string;
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

const names: Record<string, string> = { "u-mara": "Mara Lind", "u-jonas": "Jonas Weber", "u-ines": "Ines Maric" };

/** The answer a host's server gives after sign-in: who this is, signed, and where the guide comes from. */
async function session(options: CrmServerOptions, user: string, role: string): Promise<object> {
  const token = await new SignJWT({ roles: [role] })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(user)
    .setIssuedAt()
    .setExpirationTime("12h")
    .sign(new TextEncoder().encode(options.signingSecret));
  const script = `${options.collector}/waymark.js`;
  return { script, key: options.writeKey, user, name: names[user] ?? user, roles: [role], token, accent: "#1c4a7d" };
}

/** Serves the CRM as its own host would: static files, and one small route that signs. Loopback only. */
export async function serveCrm(options: CrmServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    void answer(request.url ?? "/").then(
      ({ status, type, body }) =>
        response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body),
      () => response.writeHead(404, { "content-type": "text/plain" }).end("Not found"),
    );
  });
  const answer = async (address: string): Promise<{ status: number; type: string; body: string | Buffer }> => {
    const { pathname, searchParams } = new URL(address, "http://crm");
    if (pathname === "/session") {
      const body = JSON.stringify(
        await session(options, searchParams.get("user") ?? "", searchParams.get("role") ?? ""),
      );
      return { status: 200, type: "application/json", body };
    }
    const file = pathname === "/" ? "/index.html" : normalize(pathname);
    return {
      status: 200,
      type: types[extname(file)] ?? "application/octet-stream",
      body: await readFile(join(options.files, file)),
    };
  };
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
