// A host that tells of large deeds. What leaves the page of a host's event is little on purpose: props that a `where`
// reads, 64 characters each. Sixteen of them in Japanese, three bytes a character, are the honest way to events of 4 KB.
(() => {
  const query = Object.fromEntries(new URLSearchParams(location.search));
  // One more than fifteen, with the number of the line, is more than the collector takes: it refuses those events.
  const count = Number(query.fields ?? 15);
  const names = Array.from(
    { length: count },
    (_, at) => `line-of-the-order-sheet-in-the-large-central-warehouse-field-${at}`,
  );
  const where = Object.fromEntries(names.map((name) => [name, { exists: true }]));
  const journey = {
    format: "waymark.journey/1",
    id: "fill-a-sheet",
    title: "Fill a sheet",
    // No line has this number: the event travels, and nothing else follows from it.
    steps: [{ id: "fill", title: "Fill it", done: { event: "sheet.filled", where: { ...where, line: -1 } } }],
  };
  const { key, collector, consent, user = "u-1" } = query;
  window.waymark.push(["configure", { journeys: [journey], key, collector, consent, user: { id: user } }]);

  // Text that gzip cannot make small, the same for the same line.
  const textOf = (line, field) => {
    let seed = line * 7919 + field * 104_729 + 1;
    const next = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(0x4e00 + (seed % 20_000));
    };
    return Array.from({ length: 64 }, next).join("");
  };
  window.fill = (from, lines) => {
    for (let line = from; line < from + lines; line++) {
      const texts = names.map((name, field) => [name, textOf(line, field)]);
      window.waymark.push(["track", "sheet.filled", { ...Object.fromEntries(texts), line }]);
    }
  };
  addEventListener("DOMContentLoaded", () => {
    document.querySelector("#target").addEventListener("click", () => {
      window.fill(0, 40);
      location.href = "away.html";
    });
  });
})();
