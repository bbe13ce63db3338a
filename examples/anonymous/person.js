// Who is there, and where the collector is, stand in the address: one page for everybody.
(() => {
  const of = (name) => new URLSearchParams(location.search).get(name) ?? undefined;
  const user = { id: of("id"), roles: ["clerk"], token: of("token") };
  window.waymark = window.waymark || [];
  window.waymark.push(["configure", { collector: of("collector"), key: of("key"), user }]);
})();
