// The journey of this app of many pages: every link loads anew.
(() => {
  const at = (page) => `/routes-pages/${page}.html`;
  const target = (testId) => ({ testId });
  const journey = {
    format: "waymark.journey/1",
    id: "buy",
    title: "Buy a book",
    steps: [
      {
        id: "choose",
        title: "Choose one",
        do: { open: at("books"), target: target("target"), say: "Press **Save** here." },
        done: { event: "chosen" },
      },
      {
        id: "look",
        title: "Look round",
        guide: {
          full: {
            tour: [
              { target: target("target"), say: "First this one." },
              { target: target("next"), say: "Then the link." },
              { target: target("pay"), say: "At last the till." },
            ],
          },
        },
        done: { event: "paid" },
      },
    ],
  };
  window.waymark.push(["configure", { journeys: [journey] }]);
})();
