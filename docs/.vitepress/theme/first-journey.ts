import type { Journey } from "@waymark/schema";

/** What stands in the playground at first. */
export const firstJourney: Journey = {
  format: "waymark.journey/1",
  id: "win-a-deal",
  title: "Win a deal",
  destination: "None forgotten",
  roles: ["sales-rep"],
  brief: {
    purpose: "The same three stations for every deal, from the first call to the quote.",
    benefit: "You see at once which deal waits for you, and stop keeping dates in your head.",
    expectation: "We ask you to log a call and a next date for each of your two deals.",
  },
  per: { subject: "deal", page: "/deals/:id", label: { css: "h1[data-deal]" } },
  value: { event: "quote.sent" },
  steps: [
    {
      id: "call",
      title: "Log the call",
      why: "Tomorrow you know what was said.",
      minutes: 1,
      do: {
        open: "/deals/{deal.id}",
        target: { role: "button", name: "Log call" },
        say: "Call them, then press here.",
        label: "Log the call",
      },
      done: { event: "call.logged", where: { dealId: "{deal.id}" } },
    },
    {
      id: "date",
      title: "Set the next date",
      why: "The date reminds you, not the other way round.",
      minutes: 1,
      due: "P1D",
      do: {
        open: "/deals/{deal.id}",
        target: { label: "Next date" },
        say: "Choose the day you promised, then save it.",
        label: "Set the next date",
      },
      done: { event: "date.set", where: { dealId: "{deal.id}" } },
    },
    {
      id: "quote",
      title: "Send the quote",
      why: "Your deal moves on without a reminder.",
      minutes: 5,
      due: "P3D",
      do: {
        open: "/deals/{deal.id}",
        target: { role: "button", name: "Send quote" },
        say: "When they ask for a price, send the quote from here.",
        label: "Send the quote",
      },
      done: { event: "quote.sent", where: { dealId: "{deal.id}" } },
    },
  ],
};
