import { parseArgs } from "node:util";
import { type DemoFacts, startDemo } from "./start-demo.ts";

const { values } = parseArgs({
  options: { json: { type: "boolean", default: false }, people: { type: "string", default: "30" } },
});

function tell({ crm, helpdesk, links }: DemoFacts, people: number): string {
  const team =
    people > 0
      ? `A simulated team of ${people} with closed weeks gives the picture something to say.`
      : "No simulated team: the dashboard starts empty.";
  return `
Waymark is running. ${team}

  The CRM, with Waymark inside it            ${crm}
    as a sales rep                           ${links["sales-rep"]}
    as a support agent                       ${links["support-agent"]}
    as a sales manager                       ${links["sales-manager"]}

  A helpdesk rendered on the server, likewise
    as a support agent                       ${helpdesk}

  The dashboard (each link opens once, within 10 minutes; Enter makes new ones)
    customer success: the journey picture    ${links.csm}
    manager: the journey picture             ${links.manager}
    owner: the picture and live arrivals     ${links.owner}

Ctrl-C stops everything and leaves nothing behind.
`;
}

const people = Number(values.people);
if (!Number.isInteger(people) || people < 0 || people > 5000) {
  console.error(`--people takes a whole number from 0 to 5000, not "${values.people}".`);
  process.exit(2);
}
const { facts, renew, close } = await startDemo(people);
console.log(values.json ? JSON.stringify(facts) : tell(facts, people));
if (process.stdin.isTTY && !values.json) {
  process.stdin.on("data", () => void renew().then((fresh) => console.log(tell(fresh, people))));
}
let closing = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void close().then(() => process.exit(0));
  });
}
