// 300 deals at five stations, and what the browser tells of each press, each long task and each shift.
(() => {
  const heard = { presses: [], tasks: [], shift: 0 };
  window.heard = heard;
  const watch = (type, hear, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true, ...more });
  watch("event", (entry) => entry.interactionId > 0 && heard.presses.push([entry.name, entry.duration]), {
    durationThreshold: 16,
  });
  watch("longtask", (entry) => heard.tasks.push([entry.startTime, entry.duration]));
  const ofHost = ({ node }) =>
    node !== null && !(node.getRootNode() instanceof ShadowRoot) && !node.nodeName.startsWith("WAYMARK-");
  watch("layout-shift", (entry) => {
    // What moves because the person asked for it is no shift; the host's own page moves for none of our presses.
    if (!entry.hadRecentInput || entry.sources.some(ofHost)) heard.shift += entry.value;
  });
  const titles = ["Note the call", "Name who decides", "Agree the next date", "Send the quote", "Hand over to Service"];
  const steps = titles.map((title, at) => ({
    id: `s${at}`,
    title,
    minutes: 2,
    due: "P1D",
    do: { target: { css: "#work" }, say: "Press **Log call**.", label: "Do it" },
    done: { event: `s${at}`, where: { deal: "{deal.id}" } },
  }));
  const journey = {
    format: "waymark.journey/1",
    id: "win-a-deal",
    title: "Win your first deal",
    destination: "40 min a week",
    per: { subject: "deal", page: "/deals/:id" },
    steps,
  };
  const day = {
    format: "waymark.journey/1",
    id: "day",
    title: "Start the day",
    steps: [{ id: "look", title: "Look at today" }],
  };
  const verbs = ["Merge", "Copy", "Export", "Renew", "Assign", "Close", "Reopen", "Rename", "Archive", "Share"];
  const things = ["a contact", "a quote", "a ticket", "a report", "a contract"];
  const shelf = things.flatMap((thing) =>
    verbs.map((verb) => ({
      format: "waymark.journey/1",
      id: `${verb} ${thing}`.toLowerCase().replace(/\W/g, "-"),
      title: `${verb} ${thing}`,
      library: true,
      keywords: [`how to ${verb.toLowerCase()}`, `${thing} twice`, "help with records"],
      brief: { purpose: `${verb} ${thing}.`, benefit: "You look for it once.", expectation: "Two minutes." },
      steps: ["Find it", "Open its page", "Press the button", "Check what came of it"].map((name, at) => ({
        id: `s${at}`,
        title: name,
        minutes: 1,
        do: { target: { css: "#work" }, say: `${name}, then go on to ${thing}.` },
        done: { event: `${verb}-${at}` },
      })),
    })),
  );
  const deals = Array.from({ length: 300 }, (_, at) => ({ id: String(at), label: `Deal ${at}` }));
  window.waymark = [
    ["configure", { journeys: [journey, day, ...shelf], user: { id: "u-1" }, subjects: { deal: deals } }],
  ];
  for (const [at, { id }] of deals.entries()) {
    window.waymark.push(["begin", "win-a-deal", { subject: `deal:${id}` }]);
    for (let done = 0; done < at % 5; done += 1) window.waymark.push(["track", `s${done}`, { deal: id }]);
  }
})();
