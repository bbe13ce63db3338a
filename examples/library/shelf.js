// What lies in the library of this page, unless a test has put something else into `window.shelf` before.
// `?dir=rtl&lang=ar` shows it in another language.
(() => {
  const { documentElement: root } = document;
  const query = new URLSearchParams(location.search);
  root.dir = query.get("dir") ?? "ltr";
  root.lang = query.get("lang") ?? "en";
  const step = (title, minutes, more) => ({
    id: title.toLowerCase().replace(/\W+/g, "-"),
    title,
    minutes,
    do: { target: { role: "button", name: "Send quote" }, say: `${title}: this is where.` },
    done: { event: `${title.toLowerCase().replace(/\W+/g, "-")}.done` },
    ...more,
  });
  const small = (id, title, benefit, steps, more) => ({
    format: "waymark.journey/1",
    ...{ id, title, library: true, roles: ["sales-rep"] },
    brief: { purpose: `${title}.`, benefit, expectation: "A few minutes, when you need it." },
    steps: steps.map(([name, minutes]) => step(name, minutes)),
    ...more,
  });
  const here = ["/library/*"];
  const shelf = [
    small(
      "copy-a-quote",
      "Copy an old quote",
      "You start from a quote that was right.",
      [
        ...[
          ["Find it", 1],
          ["Copy it", 1],
          ["Renew the prices", 1],
          ["Set the date", 1],
        ],
      ],
      { pages: here },
    ),
    small(
      "sign-online",
      "Send a quote to sign online",
      "The customer signs on the phone. No scan.",
      [
        ...[
          ["Open the quote", 1],
          ["Choose who signs", 1],
          ["Send it", 1],
          ["See it signed", 1],
        ],
      ],
      {
        pages: here,
        keywords: ["offer", "signature"],
        destination: "Signed, no scan",
        texts: {
          de: {
            title: "Angebot online unterschreiben lassen",
            keywords: ["Offerte", "Unterschrift"],
            brief: { benefit: "Der Kunde unterschreibt am Telefon. Kein Scan." },
          },
          ja: { title: "見積書にオンラインで署名をもらう", brief: { benefit: "お客様はスマートフォンで署名します。" } },
          ar: { title: "إرسال عرض سعر للتوقيع الإلكتروني", brief: { benefit: "يوقّع العميل على هاتفه." } },
        },
      },
    ),
    small(
      "give-a-discount",
      "Give a discount the right way",
      "Know at once who may approve it.",
      [
        ...[
          ["See your limit", 1],
          ["Ask for something back", 2],
          ["Enter the discount", 1],
          ["Ask for approval", 1],
        ],
      ],
      { keywords: ["rebate", "quote"] },
    ),
    small("find-a-quote", "Find a quote by number", "You have it open while they still speak.", [
      ...[
        ["Open the search", 0.3],
        ["Type the number", 0.4],
        ["Open the right one", 0.3],
      ],
    ]),
    small("close-a-deal-lost", "Close a deal that is lost", "Your list shows what can still be won.", [
      ...[
        ["Ask for the reason", 2],
        ["Set it to lost", 1],
        ["Plan to ask again", 1],
      ],
    ]),
    small(
      "merge-two-tickets",
      "Merge two tickets",
      "You answer once, and the customer reads one story.",
      [
        ...[
          ["Keep the older one", 1],
          ["Choose the other", 1],
          ["Merge them", 1],
        ],
      ],
      { roles: ["support-agent"] },
    ),
    small(
      "change-your-photo",
      "Change your photo",
      "People know whom they speak to.",
      [
        ...[
          ["Open your profile", 1],
          ["Choose a picture", 1],
        ],
      ],
      { roles: [] },
    ),
    small(
      "log-calls",
      "Log your calls",
      "You never ask a customer twice.",
      [
        ["Log the call", 2],
        ["Plan the next one", 1],
      ],
      {
        library: false,
      },
    ),
  ];
  window.waymark = window.waymark || [];
  const { shelf: given, more } = window;
  // `?requests` takes what people ask for; `?requests=broken` is an app that cannot take it.
  window.requested = [];
  const onRequest = async (request) => {
    window.requested.push(request);
    if (query.get("requests") === "broken") throw new Error("no line");
  };
  const takes = query.has("requests") ? { onRequest } : {};
  window.waymark.push([
    "configure",
    { journeys: given ?? shelf, texts: { "role.sales-rep": "sales reps" }, ...takes, ...more },
  ]);
})();
