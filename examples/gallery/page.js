// A host with two journeys and a dozen deals at different stations. `?lang=ar` shows it from right to left.
(() => {
  const lang = new URLSearchParams(location.search).get("lang") ?? "en";
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
  const step = (id, title, more) => ({ id, title, done: { event: id, where: { deal: "{deal.id}" } }, ...more });
  const steps = [
    step("note-call", "Note the call", { why: "Next time you know what was said.", minutes: 2, saves: { minutes: 5 } }),
    step("name-decider", "Name who decides", { why: "You write to the right person at once.", minutes: 2 }),
    step("next-date", "Agree the next date", {
      why: "You no longer keep it in your head: the reminder comes with today's notes.",
      minutes: 2,
      due: "P1D",
      do: {
        target: { css: "#next" },
        say: "Offer two days, then put the agreed one in **Next step**.",
        label: "Set the next date",
        focus: [{ css: "#next" }, { css: "#day" }],
      },
    }),
    step("quote", "Send the quote", { do: { target: { css: "#quote" }, say: "Press **Send quote**." }, minutes: 5 }),
    step("handover", "Hand over to Service", {
      minutes: 3,
      handoff: { role: "service", journey: "set-up", step: "plan" },
    }),
  ];
  const win = {
    format: "waymark.journey/1",
    id: "win-a-deal",
    title: "Win your first deal",
    destination: "40 min a week",
    roles: ["sales-rep"],
    per: { subject: "deal", page: "/gallery/", label: { css: "[data-deal-title]" } },
    brief: {
      purpose: "One way for every deal, from the first call to the hand-over.",
      benefit: "You keep no dates in your head, and nothing is asked of you twice.",
      expectation: "We ask you to walk it with one deal until Friday. It takes about 15 minutes.",
    },
    value: { event: "quote" },
    steps,
    texts: {
      ar: {
        title: "اربح صفقتك الأولى",
        destination: "40 دقيقة أسبوعيًا",
        brief: {
          purpose: "طريق واحد لكل صفقة، من المكالمة الأولى حتى التسليم.",
          benefit: "لا تحفظ المواعيد في ذاكرتك، ولا يُطلب منك الشيء مرتين.",
          expectation: "نطلب أن تسلكه مع صفقة واحدة حتى يوم الجمعة. يستغرق نحو 15 دقيقة.",
        },
        steps: {
          "note-call": { title: "دوّن المكالمة", why: "في المرة القادمة تعرف ما قيل." },
          "name-decider": { title: "حدّد صاحب القرار", why: "تكتب مباشرة إلى الشخص المناسب." },
          "next-date": {
            title: "اتفق على الموعد",
            why: "لا تحتاج إلى تذكّره: يأتي التذكير مع ملاحظات اليوم.",
            say: "اقترح يومين، ثم اكتب اليوم المتفق عليه في **Next step**.",
            label: "حدّد الموعد",
          },
          quote: { title: "أرسل العرض", say: "اضغط **Send quote**." },
          handover: { title: "سلّم إلى الخدمة" },
        },
      },
    },
  };
  const day = {
    format: "waymark.journey/1",
    id: "start-the-day",
    title: "Start the day with a plan",
    roles: ["sales-rep"],
    steps: [
      { id: "look", title: "Look at today", done: { event: "looked" }, minutes: 1 },
      { id: "plan", title: "Plan three calls", done: { event: "planned" }, minutes: 3 },
    ],
    texts: {
      ar: {
        title: "ابدأ اليوم بخطة",
        steps: { look: { title: "انظر إلى اليوم" }, plan: { title: "خطّط ثلاث مكالمات" } },
      },
    },
  };
  const small = (id, title, say) => ({
    format: "waymark.journey/1",
    id,
    title,
    library: true,
    roles: ["sales-rep"],
    steps: [{ id: "do", title, done: { event: id }, minutes: 2, do: { target: { css: "#work" }, say } }],
  });
  const shelf = [
    small("log-a-call", "Log a call", "Press **Log call** after you hang up."),
    small("send-a-quote", "Send a quote", "Press **Send quote**."),
    small("change-an-owner", "Hand over a deal", "Open the deal, then choose its owner."),
  ];
  const answer = {
    ...{ id: "a-1", journey: "start-the-day", step: "look", from: "2026-W01", to: "2026-W52", verdict: "did" },
    ...{ text: "The list opens with today's calls first.", by: "Ines, customer success", on: "2026-03-09" },
  };
  const names =
    "Nordwind,Ferro Rail,Dahl Bakeries,Mori,Valley Seeds,Conti,Lang and Sons,Delta,Janssen,Adeyemi,Halden,Brandt";
  // Some have a date of the app's own.
  const due = { 1: "2026-03-10T17:00:00Z", 2: "2026-03-06", 4: "2026-03-09", 7: "2026-03-10", 10: "2026-03-12" };
  const deals = names.split(",").map((label, at) => ({ id: String(at + 1), label, due: due[at + 1] }));
  window.waymark = window.waymark || [];
  window.waymark.push([
    "configure",
    {
      journeys: [win, day, ...shelf],
      locale: lang,
      // Signed in, so that colleagues show. What this collector says is in colleagues.ts.
      ...{ key: "pk_gallery", collector: "https://collector.example" },
      user: { id: "u-1", name: "Mara Lind", roles: ["sales-rep"], roleTitle: "sales reps", token: "gallery" },
      subjects: { deal: deals },
      answers: async () => ({ format: "waymark.answers/1", answers: [answer] }),
      onRequest: () => undefined,
      theme: { accent: "#12694f" },
      ...JSON.parse(document.currentScript.dataset.options ?? "{}"),
    },
  ]);
  // How far each deal has come, and when it was there: some have a plan, some are late.
  const far = [2, 0, 1, 2, 3, 4, 2, 1, 5, 0, 2, 3];
  for (const [at, { id }] of deals.entries()) {
    window.waymark.push(["begin", "win-a-deal", { subject: `deal:${id}` }]);
    for (const { id: event } of steps.slice(0, far[at])) window.waymark.push(["track", event, { deal: id }]);
  }
})();
