// The helpdesk by itself: `node examples/helpdesk/server.mjs [PORT]`. Runs until it is stopped.
import { serveHelpdesk } from "./src/serve.ts";

const port = Number(process.argv[2] ?? 0);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`The port is a whole number from 0 to 65535, not "${process.argv[2]}".`);
  process.exit(2);
}
const { url } = await serveHelpdesk({ port });
console.log(`Harbour Desk is open at ${url}/?as=u-jonas (a support agent; ${url} asks who you are). Ctrl-C stops it.`);
