// The small app of the route situations: orders, their items and their payment, one page of script. Its tag says how it goes
// from one to the next: data-by="history" under data-base="/routes-history", or data-by="hash".
(() => {
  const { by, base = "" } = document.currentScript.dataset;
  const paths = ["/orders/17", "/orders/17/items", "/orders/17/pay", "/orders/18", "/orders/18/items"];
  const addressOf = (path) => (by === "hash" ? `#${path}` : `${base}${path}`);
  const here = () =>
    (by === "hash" ? location.hash.slice(1) : location.pathname.slice(base.length)).replace(/[?].*$/, "");
  const render = () => {
    document.querySelector("h1").textContent = `At ${here()}`;
    document
      .querySelector("nav")
      .replaceChildren(
        ...paths.map((path) =>
          Object.assign(document.createElement("a"), { href: addressOf(path), textContent: path }),
        ),
      );
    document.querySelector("#target").textContent = here().endsWith("/pay") ? "Pay" : "Save";
  };
  const go = (path, how = "pushState") => {
    if (by === "hash") location.hash = path;
    else history[how](null, "", `${base}${path}`);
    render();
  };
  addEventListener("popstate", render);
  addEventListener("hashchange", render);
  addEventListener("DOMContentLoaded", render);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    go(link.textContent);
  });
  const step = (id, title, done) => ({
    id,
    title,
    do: { open: `${base}/orders/{order.id}/${id}`, target: { testId: "target" }, say: "Press here." },
    done,
  });
  const journey = {
    format: "waymark.journey/1",
    id: "pay-order",
    title: "Pay an order",
    per: { subject: "order", page: `${base}/orders/:id/*` },
    steps: [
      step("items", "Look at the items", { page: `${base}/orders/{order.id}/items` }),
      step("pay", "Pay", { event: "paid" }),
    ],
  };
  Object.assign(window, { go, loadedAt: performance.now() });
  window.waymark = window.waymark || [];
  const order = ["17", "18"].map((id) => ({ id, label: `Order ${id}` }));
  window.waymark.push(["configure", { journeys: [journey], subjects: { order } }]);
})();
